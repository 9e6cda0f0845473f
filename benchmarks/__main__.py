"""Run every benchmark that needs no data: `python -m benchmarks`.

See the modules for the others.
"""

from benchmarks.speed import main

if __name__ == "__main__":
    main()
