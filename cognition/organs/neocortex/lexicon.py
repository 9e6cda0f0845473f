"""The words the grammar knows: kinship, pets, trades, nationalities, states that are no identity.

Closed classes only; whatever is not listed is left alone, because a junk memory is worse than none.
"""

from __future__ import annotations

from cognition.regex import regex


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


def listed(text: str, separator: str | None = None) -> list[str]:
    """Give the words of a text, or its parts between separators, in order."""
    return text.split(separator)


def _phrases(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())


# word -> (relation, gender: f, m or empty)
KIN: dict[str, tuple[str, str]] = {
    word: (relation, gender)
    for gender, line in (
        ("f", "sister:sister,sis mother:mother,mom,mum,mama,mommy,mummy daughter:daughter,lass"),
        ("f", "aunt:aunt,auntie grandmother:grandmother,grandma,granny,nana niece:niece"),
        ("f", "spouse:wife,missus partner:girlfriend,fiancée,gf"),
        ("f", "stepmother:stepmother,stepmom,stepmum"),
        ("f", "stepsister:stepsister half_sister:half-sister granddaughter:granddaughter"),
        ("f", "mother_in_law:mother-in-law sister_in_law:sister-in-law godmother:godmother"),
        ("f", "daughter_in_law:daughter-in-law goddaughter:goddaughter"),
        ("m", "brother:brother,bro father:father,dad,daddy,papa son:son,lad uncle:uncle"),
        ("m", "grandfather:grandfather,grandpa,granddad,grandad nephew:nephew"),
        ("m", "spouse:husband,hubby partner:boyfriend,bf stepfather:stepfather,stepdad"),
        ("m", "stepbrother:stepbrother half_brother:half-brother grandson:grandson"),
        ("m", "father_in_law:father-in-law brother_in_law:brother-in-law godfather:godfather"),
        ("m", "son_in_law:son-in-law godson:godson"),
        ("", "cousin:cousin spouse:spouse partner:partner,fiancé,fiance,fiancee child:child,kid"),
        ("", "friend:friend,bestie,buddy,pal,mate colleague:colleague,coworker,co-worker,workmate"),
        ("", "boss:boss,manager,supervisor neighbour:neighbour,neighbor roommate:roommate"),
        ("", "flatmate:flatmate housemate:housemate teacher:teacher therapist:therapist"),
        ("", "landlord:landlord mentor:mentor coach:coach classmate:classmate twin:twin"),
        ("", "baby:baby stepson:stepson stepdaughter:stepdaughter grandchild:grandchild"),
        ("", "doctor:doctor trainer:trainer employee:employee ex_partner:ex,ex-partner"),
        ("", "sponsor:sponsor carer:carer caretaker:caretaker social_worker:social-worker"),
        ("", "student:student,pupil client:client patient:patient"),
        ("f", "ex_spouse:ex-wife ex_partner:ex-girlfriend"),
        ("m", "ex_spouse:ex-husband ex_partner:ex-boyfriend"),
    )
    for group in line.split()
    for relation, words in [group.split(":")]
    for word in words.split(",")
}
PLURAL_KIN: dict[str, str] = {
    **{word + "s": word for word in KIN if not word.endswith(("s", "child", "-in-law", "wife"))},
    "children": "child",
    "grandchildren": "grandchild",
    "childs": "child",
    "twins": "child",  # who has twins has children; "my twin" is one's own
    "triplets": "child",
    "wives": "wife",
    "sisters-in-law": "sister-in-law",
    "brothers-in-law": "brother-in-law",
}
PETS = words(
    "dog cat puppy kitten hamster rabbit bunny parrot goldfish fish turtle tortoise snake lizard "
    "gecko"
    " horse pony bird budgie canary ferret rat mouse chinchilla pup kitty labrador poodle beagle "
    "corgi"
    " bulldog chihuahua dachshund husky pug hedgehog cockatiel iguana goat chicken rottweiler"
    " terrier spaniel retriever shepherd guinea-pig dalmatian"
)
PLURAL_PETS: dict[str, str] = {
    **{word + "s": word for word in PETS if not word.endswith(("fish", "y", "mouse"))},
    "puppies": "puppy",
    "bunnies": "bunny",
    "kitties": "kitty",
    "ponies": "pony",
    "canaries": "canary",
    "huskies": "husky",
    "mice": "mouse",
    "fish": "fish",
}

OCCUPATIONS = words(
    "teacher nurse doctor engineer developer programmer lawyer attorney accountant architect "
    "designer"
    " artist painter musician singer writer author journalist editor photographer filmmaker "
    "director"
    " producer actor actress dancer chef cook baker waiter waitress barista bartender cashier "
    "salesman"
    " saleswoman salesperson clerk manager consultant analyst scientist researcher professor "
    "lecturer"
    " tutor principal librarian translator interpreter pharmacist dentist surgeon vet veterinarian"
    " paramedic midwife physiotherapist therapist counselor counsellor psychologist psychiatrist"
    " plumber electrician carpenter mechanic builder welder mason roofer driver pilot sailor "
    "captain"
    " steward stewardess soldier officer policeman policewoman cop firefighter detective guard "
    "judge"
    " banker broker trader economist statistician mathematician physicist chemist biologist "
    "geologist"
    " astronomer astronaut farmer gardener florist butcher fisherman hairdresser barber beautician"
    " tailor seamstress janitor cleaner housekeeper nanny babysitter secretary receptionist "
    "assistant"
    " administrator technician operator worker contractor entrepreneur founder freelancer ceo cto "
    "cfo"
    " realtor recruiter marketer copywriter planner coordinator supervisor trainer coach athlete "
    "referee"
    " instructor swimmer footballer boxer model illustrator animator sculptor potter jeweller "
    "jeweler"
    " composer conductor dj pianist guitarist violinist drummer cellist poet novelist playwright"
    " comedian magician curator archaeologist historian philosopher sociologist anthropologist "
    "linguist"
    " priest pastor rabbi monk nun politician diplomat mayor senator caregiver carer radiographer"
    " radiologist cardiologist optometrist optician chiropractor masseuse paralegal notary auditor"
    " actuary student intern apprentice postman courier mailman plasterer decorator roadie stylist"
    " tester youtuber streamer blogger podcaster influencer activist ranger zookeeper lifeguard"
    " logistician biochemist neuroscientist ecologist botanist zoologist meteorologist dietitian"
    " nutritionist stockbroker salesrep rep representative investigator inspector surveyor trucker"
    " miner logger lumberjack rancher beekeeper brewer winemaker sommelier concierge bellhop"
    " homemaker housewife stay-at-home-mom retiree pensioner psychotherapist orthodontist sysadmin"
    " cartoonist screenwriter screenplay-writer choreographer aide paediatrician pediatrician"
)
OCCUPATION_ENDING = regex(
    r"(?:ologist|ographer|iatrist|trician|therapist|(?<!\btrouble)(?<!\bpeace)(?<!\bmerry)maker|smith"
    r"|wright|monger|[a-z]{3}keeper)\Z"
)
# heads that look like trades but say what someone is like, not what they do
NOT_TRADES = _phrases(
    "good cook, great cook, bad cook, terrible cook, better cook, best cook, good driver, bad "
    "driver,"
    "great driver, worst driver, hard worker, role model, big writer, fast swimmer, good singer,"
    "terrible singer, bad singer, natural, good dancer, bad dancer, terrible dancer, team worker,"
    "great dancer, strong swimmer, good swimmer, good artist, good teacher, great teacher, good "
    "student,"
    "great writer, good writer, big planner, good planner, great worker, good model, good judge,"
    "great singer, great artist, great coach, good coach, great guard, fan, control freak, zombie"
)

NATIONALITIES: dict[str, str] = {
    name: country
    for pair in listed(
        "american:the United States,british:Britain,english:England,scottish:Scotland,"
        "welsh:Wales,irish:Ireland,french:France,german:Germany,italian:Italy,spanish:Spain,"
        "portuguese:Portugal,dutch:the Netherlands,belgian:Belgium,swiss:Switzerland,"
        "austrian:Austria,polish:Poland,czech:the Czech Republic,slovak:Slovakia,"
        "hungarian:Hungary,romanian:Romania,bulgarian:Bulgaria,greek:Greece,turkish:Turkey,"
        "russian:Russia,ukrainian:Ukraine,belarusian:Belarus,serbian:Serbia,croatian:Croatia,"
        "bosnian:Bosnia,slovenian:Slovenia,albanian:Albania,macedonian:North Macedonia,"
        "swedish:Sweden,norwegian:Norway,danish:Denmark,finnish:Finland,icelandic:Iceland,"
        "estonian:Estonia,latvian:Latvia,lithuanian:Lithuania,canadian:Canada,mexican:Mexico,"
        "brazilian:Brazil,argentinian:Argentina,argentine:Argentina,chilean:Chile,"
        "colombian:Colombia,peruvian:Peru,venezuelan:Venezuela,cuban:Cuba,jamaican:Jamaica,"
        "australian:Australia,chinese:China,japanese:Japan,korean:Korea,vietnamese:Vietnam,"
        "thai:Thailand,indian:India,pakistani:Pakistan,bangladeshi:Bangladesh,nepali:Nepal,"
        "indonesian:Indonesia,malaysian:Malaysia,filipino:the Philippines,"
        "filipina:the Philippines,singaporean:Singapore,taiwanese:Taiwan,iranian:Iran,"
        "persian:Iran,iraqi:Iraq,syrian:Syria,lebanese:Lebanon,israeli:Israel,"
        "palestinian:Palestine,egyptian:Egypt,moroccan:Morocco,algerian:Algeria,"
        "tunisian:Tunisia,nigerian:Nigeria,ghanaian:Ghana,kenyan:Kenya,ethiopian:Ethiopia,"
        "ugandan:Uganda,somali:Somalia,rwandan:Rwanda,senegalese:Senegal,afghan:Afghanistan,"
        "armenian:Armenia,georgian:Georgia,kazakh:Kazakhstan,cypriot:Cyprus,maltese:Malta,"
        "south african:South Africa,new zealander:New Zealand,kiwi:New Zealand,"
        "sri lankan:Sri Lanka",
        ",",
    )
    for name, _, country in [pair.partition(":")]
}
LANGUAGES = words(
    "english french german italian spanish portuguese dutch swedish norwegian danish finnish "
    "icelandic"
    " polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian serbian "
    "croatian"
    " albanian arabic hebrew persian farsi hindi urdu bengali punjabi tamil telugu chinese mandarin"
    " cantonese japanese korean vietnamese thai indonesian malay tagalog filipino swahili latin "
    "esperanto"
    " catalan basque welsh irish gaelic estonian latvian lithuanian asl"
)
ILLNESSES = _phrases(
    "asthma, diabetes, type 1 diabetes, type 2 diabetes, adhd, add, autism, anxiety, depression, "
    "ocd,"
    "ptsd, epilepsy, migraines, arthritis, rheumatoid arthritis, celiac disease, coeliac disease, "
    "ibs,"
    "crohn's disease, crohn's, lupus, fibromyalgia, eczema, psoriasis, insomnia, high blood "
    "pressure,"
    "cancer, breast cancer, skin cancer, leukemia, parkinson's, alzheimer's, dementia, multiple "
    "sclerosis,"
    "ms, endometriosis, pcos, bipolar disorder, scoliosis, tinnitus, sleep apnea, hypothyroidism,"
    "hay fever, dyslexia, chronic fatigue, chronic fatigue syndrome, chronic pain, anemia, anaemia,"
    "heart disease, a heart condition, generalized anxiety, social anxiety, panic attacks, vertigo,"
    "chronic migraines, long covid, osteoporosis, gerd, glaucoma"
)
ILL = {
    "diabetic": "diabetes",
    "asthmatic": "asthma",
    "autistic": "autism",
    "epileptic": "epilepsy",
    "dyslexic": "dyslexia",
    "bipolar": "bipolar disorder",
    "anemic": "anemia",
}
DIETS = _phrases(
    "vegetarian, vegan, pescatarian, gluten-free, gluten free, teetotal, keto, halal, kosher, a "
    "vegetarian,"
    "a vegan, a pescatarian, teetotaller, a teetotaller"
)
HOBBY_VERBS: dict[str, str] = {
    verb: gerund
    for pair in listed(
        "knit:knitting paint:painting draw:drawing sew:sewing crochet:crocheting "
        "garden:gardening dance:dancing sing:singing swim:swimming surf:surfing ski:skiing "
        "snowboard:snowboarding skate:skating skateboard:skateboarding hike:hiking "
        "camp:camping fish:fishing hunt:hunting run:running jog:jogging cycle:cycling "
        "climb:climbing row:rowing sail:sailing box:boxing bake:baking blog:blogging "
        "juggle:juggling quilt:quilting meditate:meditating dive:diving"
    )
    for verb, _, gerund in [pair.partition(":")]
}
INSTRUMENTS = words(
    "guitar piano violin drums cello flute clarinet saxophone sax trumpet ukulele bass harp "
    "keyboard"
    " banjo accordion viola trombone oboe harmonica organ keyboards drum fiddle mandolin sitar"
)
SPORTS = words(
    "tennis football soccer basketball volleyball baseball hockey cricket rugby golf chess "
    "badminton"
    " squash handball softball poker bridge lacrosse darts pool snooker padel pickleball frisbee"
    " videogames go scrabble ping-pong netball"
)
POSSESSIONS = words(
    "car house home bike bicycle motorcycle motorbike boat garden flat apartment condo van "
    "campervan"
    " piano guitar violin cello truck farm cottage cabin camper rv shop store restaurant bakery "
    "cafe"
    " café company business studio tesla porsche bmw ferrari jeep scooter caravan yacht telescope "
    "ranch"
    " bookstore laptop drone bookshop treehouse greenhouse sailboat kayak canoe motorhome"
)
NOT_NAMES = words(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july"
    " august september october november december christmas easter halloween thanksgiving god "
    "english"
    " french spanish german lol ok okay yes no hi hey hello thanks oh wow so and but the a an my "
    "his her"
    " their our your this that these those it he she we you they there here what who when where "
    "why how"
    " everyone everybody someone somebody nobody anyone people life work school home today tomorrow"
    " yesterday mom mum dad grandma grandpa mother father both all not is was very really just "
    "now covid"
    " family love good great well if then because since while after before may sorry please let "
    "sometimes"
    " unfortunately congrats congratulations happy being having getting going in on at for with "
    "from to"
    " one two three some many most much more always never also as like nothing something everything"
    " anything is are were do does did can could should would will might nice glad sounds sure "
    "new every"
    " her's another any each neither either nor or yet still even only once recently finally "
    "actually"
    " which whatever whoever whenever thank absolutely definitely maybe perhaps"
    " last next exactly totally awesome cool yeah yep nope haha aww hmm ah um uh"
)
NOT_STATES = words(
    "home sure tired happy sad fine okay ok good great well done ready back here there busy late "
    "early"
    " sorry glad afraid bored hungry thirsty sick ill lost alone free single married divorced "
    "engaged"
    " pregnant retired excited sleepy awake drunk sober broke starving exhausted stressed worried "
    "mad"
    " angry upset scared nervous confused curious serious kidding joking nobody somebody someone "
    "no yes"
    " in on at off out up down so too very really just not still also always never all both about "
    "from"
    " the a an my your his her their our this that vegan vegetarian gay straight old young tall "
    "short"
    " new cold hot warm human male female yours mine lucky proud grateful blessed alive dead "
    "sober into"
    " with without for like unemployed jealous honest right wrong way away around better worse "
    "best what"
    " who which lonely depressed anxious overwhelmed furious more less pretty super kinda quite "
    "totally"
    " trans mid under over by to of as only going doing being having getting unable able"
)
