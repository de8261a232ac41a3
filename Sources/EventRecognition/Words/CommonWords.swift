/// The more frequent small-letter words of English business and news text, found by counting.
///
/// A company whose whole name is one of them (Target, Gap, Block) is not meant whenever the word stands in a text, so
/// such a name needs capitals and something beside it that shows a company; and a short form of a longer name is only
/// made where it is none of them.
enum CommonWords {
    static let all = """
        motorsport motorsports
        acacia academy acres aerial agricultural airship alamos alchemy alight alpine alto angel animal antelope
        apartments apparatus archer armada auctions auto aviation avid bargain barn basin bearings bespoke biomedical
        birdie black blends blink blueprint boats bots bottling brainstorm bravo brick brokers brownies builders
        bunker burning canopy card casinos castor catheter cayman celestial cell charter cheesecake chef chefs clarion
        cliffs coast cobalt coco cola colony commonwealth composites continental cord cracker crafts craftsman
        creations crimson crossing cushing daily dairy darling decentralized dicks diffuse ding disruptive
        downs drainage drink drone dust earth easterly edible electro elephant enchantment endeavors enthusiast
        entrepreneur equator eureka evil exodus expeditions explorations expressway fabricating falcons farmers farms
        federated filtration fire firsthand fitness flags flooring flora foremost foresight frontiers funding
        furnishings furniture fury galactic gambling game gamma gene generations geophysical glen goliath goodness
        grand graphics green groove grove growers guerrilla harbors heaven highland hills hologram homestead hooker
        horizons house images immune indoor inhibitor initiative inland internet interstate intrepid invasive
        invitation isotopes jaws journal kensington kisses kona laboratory laird lakes leveling limitless lingerie
        lions liquidation locker lodging logistic loma luggage mail mainstay majestic maris maritime mays meats
        medalist medicine medicines messenger metal metallurgical meters micro mile mineral mines mister mobility
        molding money monogram monster monte motorcycle multinational municipal music natures newmarket nexus nobility
        northeast octagon octopus ocular oculus onyx opal opportunistic optics oral orbital orchid oriental outdoors
        outfitters outlet palladium papa paragon patent perception pilgrims piper pixie pizza plains polished portman
        praxis prestige presto pride proficient prog propane proto providence pumping quad quaint quartz radio radius
        rail ranch rebel reborn recruiter recycling redevelopment rentals reshape residential resonate revolution
        rides riot rite rogue roller roofing runway rural saddle safeguard sally sand sandy satellite savers savings
        scholar scion seas seasons sensing shack shake shin simulations singularity skillful snack soda soho soup
        southeast specificity spike splash sporting sportswear sprouts squared staffing stainless states stitch
        strawberry suburban super surf surgical swift synergy tactical tail tandem tankers tattooed taxable taxi
        tectonic tide tile timbers tire tongue towers transmission transporter triangle tribal tron troops truck turbo
        turtle tutor twin ultra vacations vaccines valiant variant vascular veterinary vibrations vigil vine violet
        vita vivid wally warrior wellness wheels yards zoned
        abacus frontline guaranty ctrl esports canyon pacs abandon abandoned abbreviation aber abilities ability able aboard about above abroad absence
        absent absolute absolutely absorb abstract abstraction absurd absurdity abuse abuses academic
        accelerate accelerated accelerating acceleration accept acceptable acceptance accepted accepting
        access accessed accessibility accessible accessing accident accidental accidentally accommodate
        accompanies accompanying accomplish accomplished accomplishment accordance according accordingly
        account accounted accounting accounts accredited accrue accrued accumulated accuracy accurate
        accurately accusations accused ace achieve achieved achievement achieving acknowledge acorn
        acquaintances acquire acquired acquiring acquisition acquisitions acquisitive acreage acrobatics
        acronym across acting actinium action actions activate activated active actively activism activist
        activities activity actor actors actress acts actual actually acuity adage adapt adapted adapter
        adaptive add added addiction adding addition additional address addressed addresses addressing adds
        adequate adjectives adjust adjusted adjusting adjustment adjustments adjusts administration
        administrative administrator administrators admission admit admits admitted adopt adopted adopter
        adopting adoption adorable ads advance advanced advances advantage advantages adventure adventures
        adverse advertising advice advise advised advises advisory advocate advocates aeon aeries aesthetic
        aesthetics affect affected affecting affects affiliated affiliates affinity affirm affirmative afford
        affordable afforded afield aforementioned afraid after afternoon afterthought again against agencies
        agenda agents ages aggregate aggregating aggregator aggressive aggressively agile ago agree agreeable
        agreed agreeing agreements agrees agriculture ahead aid aids aileron aim aimed aims ain airline
        airplane airport akin aktuell aktuellen alarm alas album albums alert alerts algorithm algorithms
        alien align aligned alignment aligns alike alkaline all alle allegations alleged allegedly allem
        allen aller alles allied allies allocation allot allow allowed allowing allows ally almost alone
        along alongside alpha already als also alt alter altering alternate alternative alternatives although
        altogether aluminum always amalgamated amateur amazing ambient ambiguity ambition ambitions ambitious
        amend amended amendment amendments amicus amid ammo among amongst amortization amortized amount
        amounts amplitude analog analogy analyses analysis analyst analysts analytical analyze analyzing
        anchor anchored ancient and andere anderen anger angle angles angry ani animals animation animations
        annexation anniversary annotated annotations announce announced announcement announcements announcing
        annoyed annoying annual annually annum anonymous another answer answered answering answers anti
        anticipate anticipated antler anxiety anxious any anybody anymore anyone anything anytime anyway
        anywhere apart apartment apex apocalypse apogee apologies apologize apologized app apparent
        apparently appeal appear appearance appearances appeared appears appetite applause applicability
        applicable application applications applied applies apply applying appointed appreciate appreciated
        appreciation appreciative approach approachable approached approaches approaching appropriate
        appropriately approval approvals approve approved approving approximately apps apricot apt aptly aqua
        arbitrary arbor arbutus arch archaeology architects architectural architecture architectures archive
        archives are area areas aren arena ares arguably argue argued arguing argument arguments arise
        arising armed arms arose around arrange arranged arrangers array arrears arrested arrival arrive
        arrived arriving arrogant arrowhead art article articles artifacts artificial artisan artist artistic
        artists arts artwork aside ask asked asking asks asleep aspect aspects assault assaulted assemble
        assembly assess assessed assessing assessment asset assets assign assigned assignment assist
        assistance assisting associated associates assume assumed assumes assuming assumption assumptions
        assurance assure assured astonishing asynchronous ate atlas atom atomic atop att attach attached
        attack attacked attacker attacks attempt attempted attempting attempts attend attended attendees
        attending attention attitude attorney attorneys attract attracted attractive attribute attributed
        attributes attribution auch audible audience audiences audio audit audited audits auf aura aus
        authenticate authentication authenticity authoritarian authoritative authorities authority authorized
        authors automate automated automatic automatically automation automotive autonomous autonomy autoplay
        autumn availability available avalanche avenue average averages avidity avoid avoidance avoided
        avoiding award awarded awards aware awareness away awesome awful awkward axis axle azure babies baby
        back backbone backdrop backed backend background backgrounds backing backlash backs backup backward
        bad badger badly baffled bag bagel bags baked balance balanced balcony ballpark balls ban bandit
        bands bandwidth bang banking bankruptcy banks banned banner bans bare barely bark barley barrel
        barrier barriers bars base baseball based baseline bases basic basically basics basil basis bass
        batch batches bath bathrooms battalion batteries battery battles beak bean beans bear bears beat
        beaten beautiful beautifully beauty beaver became because become becomes becoming bed bedroom bee
        beef been beer beers beet before began begging begin beginning begins begun behalf behave behaves
        behavior behaviors behaviour behind bei beide beim being beings bekommt belief beliefs believe
        believed believer believes believing bell belong belongs beloved below bench benchmark bend bending
        beneath beneficial beneficiaries benefit benefits berry besides besonders besser besteht besten bet
        beta betas bets better betting between beverage beyond bias biased biases bicycle bid bieten big
        bigger biggest bike bikes billing billion billionaire billions bills bin binary birds birth birthday
        bis biscuit bisherige bison bit bite bites bits bitter bizarre blades blame blast bleeding bleibt
        blend blended blending blew blind blinded bliss blizzard bloated block blockbuster blocked blocking
        blocks blog blogging blogs blood bloom blowing blown blows blue bluebird bluejay blues bluff blurry
        boards boat bodies body boggling boilerplate bold bolster bolt bolts bone bones bonus bonuses book
        booking bookrunners books boom boost boosting boot booting boots bootstrapped border borders bored
        boring born borrow borrowed borrowings boss bot both bother bothered bothering bottle bottom bought
        bounce bound boundaries boundary boundless bounty bow bowman box boxed boxes boxing boycott boys
        bracket brackets bragging brain branch branches brand branding brave breaches bread break breakfast
        breaking breaks breakthrough breed breeze bridge brief briefing briefly bright brighter brightness
        brilliance brilliant brimming bring bringing brings brittle broad broadcast broadcasting broader
        broadly broccoli broke broken brokerage brother brought brownie browse browser browsers browsing
        brute bubble bubbles bucket buckets budding budget budgeting budgets buffalo buffer bug buggy bugs
        build building buildings builds built bulk bull bullet bullion bullish bumble bumped bumper bunch
        bundle bundles burden burdensome bureaucracy buried burlap burn burned burst bus buses business
        businesses bust busy but butler butter butterfly button buttons buy buyer buyers buying buys byline
        bypass byte bytes cabbage cabin cable cables cache cactus cadence cadre cake calculate calculated
        calculation calculations calendar call callback called callers calling calls calm cam camber cambium
        came camera cameras camp campaign campaigns camping campus can cancel canceled cancellation candidate
        candidates candidly candy cannabis cannot canon canonical cantaloupe canvas canyon cap capabilities
        capability capable capacity capital capitalism capitalization capitals capitol capped capstone
        captive capture captured car carbon cardboard cardinal cardio cards care cared career careers careful
        carefully cares caribou carpenter carriage carried carrier carriers carries carrot carry carrying
        cars cartoon carts carver casa cascade cascades case cases cash casino caso cassava cast casting
        casual catalog catalyst catch catches catching categories categorize category catharsis cats caught
        cause caused causes causing caution cautioned cautious cautiously caveat caveats cease celebrate
        celebrated celebrates celebrating celebration celebrities celebrity celery cells cellular cent
        centered centers centralized centres century ceremony certain certainly certainty certification chai
        chain chained chains chair challenge challenges challenging chamber champion champions chance chances
        change changed changes changing channels chaos chaotic chapter chapters characterize characters
        charge charged charger charges charging charity charm charming chart charts chase chasing chat
        chatbot chats cheap cheaper cheapest check checkbox checked checking checkout checkpoint checks cheer
        cheese cheetah cherry chest chicken child childhood children chimera chin chip chips choice choices
        choose chooses choosing chopped chops chords chores chose chosen chronological chunk chunks cinema
        cinematic cipher circle circles circuit circumstances citadel cites cities citizens civil claim
        claimed claiming claims clarified clarify clarity class classes classic classical classics claw clean
        cleaned cleaner cleaning cleanly cleanup clear cleared clearer clearing clearly clever cliche click
        clicked clicking clicks client clients climate climb climbing clipboard clipper clock clone cloned
        close closed closely closer closes closest closing closure closures clothes clothing clubhouse clubs
        clue clues clumsy clunky cluster clutter coach coastal coating cobra cocaine cocoa coconut code
        codebase codes codex coding coffee cogent cognition cognitive coherent coin coincidence cold
        collaborating collaboration collaborations collaborative collapse collapsed collateral colleague
        colleagues collect collected collecting collection collections collective collectively color colorful
        colt column columns combination combine combined combines combining combo come comeback comedy comes
        comet comfort comfortable comforting comic comically comics coming comma command commanding commands
        commence commenced comment commentary commentators comments commerce commercial commercialize
        commercially commissioner commissions commit commitment commitments commits committed committing
        commodities commodity common commonly communicate communities community commuter compact companies
        companion comparable comparative compare compared comparing comparison comparisons compass
        compatibility compatible compelling compensates compensation compete competition competitor
        competitors compiled compiler complacent complain complaint complaints complement complete completed
        completely completion complex complexity compliance complicated compliment comply component
        components composed composition compound compounds comprehensive compression comprise compromise
        compromised computation computational compute computed computer computers computing con concept
        concepts conceptual concern concerned concerning concerns concert concerts conclude concluded
        conclusion concord concrete concurrently conditional conditioned conditions condor conduct conducted
        conference conferences confidence confident confidential config configuration configurations
        configure configured configuring confirm confirmation confirmed confirms conflict conflicting
        confluent conform conforms confronted confused confusing confusion congresswoman conifer conjunction
        connect connected connecting connection connections connectivity connects cons conscious
        consciousness consecutive consensus consequence consequences conservative consider considerable
        considerably consideration considerations considered considering considers consist consisted
        consistency consistent consistently consists console consoles consolidated consolidation conspiracy
        constant constantly constellation constitute constitutes constrained constraint construct
        construction consulted consulting consume consumed consumer consumers consummation consumption
        contact contacts contain contained container containers containing contains contemplated contemporary
        contempt content contents contest context contexts contingencies contingent continually continue
        continued continues continuing continuous continuously contract contractor contracts contradictions
        contrary contrast contrasting contribute contributed contributing contribution contributions
        contributors control controllable controlled controller controlling controls controversial
        controversy convenience convenient conventional conventions converge conversation conversations
        conversion conversions convert converted convertible converting converts convey convince convinced
        convincing cooked cookie cooking cool cooling cooperation coordinate cop copied copies copy copying
        coral core corn corner corners cornerstone coronavirus corporate correct correctly correlated
        correlation correspondent corresponding corruption corsair cosmos cost costly costs cotton cougar
        could couldn count counter counterparts counting countless countries country counts couple coupled
        courage course courses courtesy courts cousin cousins covenant covenants cover coverage covered
        covering covers coveted cozy crack cracked craft cramped crane crash crashed crashes crashing crawl
        crawling crazy cream create created creates creating creation creative creativity creator credo
        crescent crest crew crime crimes criminal crises crisis criteria critic critical critically
        criticised criticism critics critiques crop crops cross crossed crossroads crow crowd crowded crucial
        cruft cruise crush crushing cryptic crypto cryptocurrency crystals cuddle cue cues culminating cult
        cultural culture cultures cumbersome cumulus curated curative cure curiosity curious currency current
        currently curriculum curse curve custard custom customary customer customers customization customize
        customized cut cuts cutter cutting cycle cycles cyclical cyclone cylinder dabei dad dais damage
        damaged damages damit dancing dangerous dann darauf dare dares das dash dashboard dass data database
        databases dataset datasets date dated dates dating davon day daybreak days deadline deadly deal
        dealer dealing deals dealt death debate debated debates debating debt debug debugger debugging
        debuted decade decades decent decide decided decidedly decides deciding decimal decision decisions
        decked declaration declare declared declares declaring decline declined declines decoded decoupled
        decrease decreased decreases decree dedicated dedication deemed deep deeper deeply default defaults
        defeat defeated defend defends defensive deferred deficit define defined defines defining definitely
        definition definitions definitive defy degree degrees deine del delay delayed delays delegate delete
        deleted deleting deliberate deliberately delicate delicious delight deliver delivered delivering
        delivers delivery delta deluxe dem demand demanding demands demo democracy demonstrate demonstrates
        demonstrating demonstration demos den denim density denying departure depend dependencies dependency
        dependent depending depends depicting depiction deploy deployed deploying deployment deposit
        depression depth der derived des describe described describes describing description descriptions
        descriptive desert deserve deserves design designed designer designers designing designs desire
        desired desires desktop despair desperate desperately despite destination destiny destroy destroyed
        destruction detaching detail detailed details detained detect detection detects determine determined
        determines determining detriment dev devastating develop developed developers developing development
        developments develops device devices devoted devotion devs diagnosis diagram diagrams dialog dialogue
        diameter dictionary did didn die died dies diese diesem diesen dieser dieses diet differ difference
        differences different differently difficult difficulties difficulty dig diggin digging digit digital
        dignified diligent diluted dilutive dime dimension diminishing dine dining dinner dinosaurs dip
        dipped dipping dir dire direct directed direction directions directly director directories directory
        direkt dirty disable disadvantage disagreement disappear disappearance disappeared disappearing
        disappears disappointed disasters disc discard discarded discern discerning discharged discipline
        disclose disclosed disclosing disclosure disco discomfort disconnect disconnected discount discourse
        discover discovered discovering discovers discovery discrepancy discrete discrimination discuss
        discussed discusses discussing discussion discussions disease disk display displayed displaying
        displays disposable disposal dispute disputes disregard disruption distance distanced distant
        distinct distinction distinctive distracted distracting distraction distractions distressing
        distribute distributed distributing distribution distributions disturbing dive diverse diversified
        diversity dives divide divided dividend dividends divine diving divisions doc doch dock docs doctor
        doctors document documentation documented documents does doesn dogfood doing dole dollar dollars
        dolphin domain domains domestic dominance dominant dominate dominated dominates dominating dominion
        don donation done doodle door doors dotfiles dots doubt doubts dove down download downloaded
        downloading downloads downright downside downsides downstream downtime downtown downturn dozen dozens
        draconian draft drag dragged dragon dragonfly drain drama dramatic dramatically drastically draw
        drawing drawings drawn dream dreaming dreams dress drinking drinks drive driven driver drivers drives
        driving drop dropped dropping drops drove drug drugs drums drunk dry dual dubious dude due duet dull
        dumb dump duos duplicate duplicates duplicating durability duration during dusty duties dyadic
        dynamic dystopian each eager earlier earliest early earn earned earnings earnout ears earthquake ease
        eases easier easiest easily easy eat eaten eating ebook echte echten eclipse economic economically
        economics economies economy ecosystem edge edges edgewise edit edited editing editor editors educate
        educated education educational educator effective effectively effects efficacy efficiency efficient
        efficiently effort effortless efforts egg eigenen eight ein eine einem einen einer eines einfache
        einige einmal either elaborate elderly elect elected elections electric electron electronic
        electronically elegance elegant element elements elevated elevation eligible eliminate eliminating
        elimination else elsewhere email emailed emails embassy embedded embedding embodies embrace embracing
        emerald emerge emergency emergent emerging emissions emo emoji emotional emotions empathy emphasis
        empires employed employee employees employers empty emulate emulator enable enabled enables enabling
        enact enchanted enclosures encode encoded encoding encompass encore encounter encountered
        encountering encounters encourage encouraged encourages encouraging encrypted encryption end endeavor
        ended ending endless ends enduring enemies enemy energizer energy enforce enforced enforcement engage
        engaged engagement engaging engineered engineering engineers engines enhance enhanced enigma enjoy
        enjoyable enjoyed enjoying enjoyment enjoys enliven enorme enormous enough ensign ensuing ensure
        ensures ensuring enter entered entering enterprise enters enthused entire entirely entirety entities
        entitled entity entrance entrances entries entropy entry entwickeln enum environment environments
        envoy enzyme ephemeral episode episodes epsilon equal equality equally equals equinox equipment
        equipped equitable equity equivalent era erasure ereader error errors ersten escalated escalating
        escrow especially espresso esquire essay essence essential essentially establish established
        establishing establishment estate estimate estimated estimates estimating etc ethical euch euro
        evaluate evaluates evaluating evaluation eve even evening evenly events eventually ever everest
        evergreen every everybody everyday everyone everything everywhere evident evoke evolution evolved
        evolving exact exactly exam examine examined examining example examples exceed excellent except
        exception exceptional exceptions excerpt excess exchanged exchanges exchanging excited excitement
        exciting exclude excluded excludes excluding exclusion exclusive exclusively excuse execute executed
        executes executing execution executives exempt exemption exemptions exercise exercised exercises
        exhausted exhaustive exhibition exist existed existence existential existing exists exit expand
        expanding expands expansion expect expectations expected expecting expects expenditures expense
        expensed expenses expensive experience experienced experiences experiencing experiment experimental
        experimenting experiments expert expertise experts expiration expired expiring explain explained
        explaining explains explanation explanations explicit explicitly exploded exploit exploitation
        exploration explore explored explores exploring explosion export exported exporting exports expose
        exposed exposing exposition exposure expressed expressing expression expressions expressly extend
        extended extends extension extensions extensive extensively extent exterior external extra extract
        extracted extracts extraordinary extreme extremely eye eyeballs eyes fabric face faced faces facet
        facial facilitate facilitating facilities facing fact facto factor factories factors factory facts
        faculty fad fade fail failed failing failings fails failure failures fair fairly faith fake fallback
        fallen falling falls false falsely familiar familiarity families family famous famously fan fancy
        fang fans fantastic far fare farm farmer farmhouse farmland fascinated fascinating fascination
        fashion fast faster fat fate father fathom fatigue fault faults favor favorite favorites favourite
        fear feared fearful fearless fears feasible feat feather feature featured features featuring federal
        fee feed feedback feeding feeds feel feeling feelings feels fees feet fell fellow felt female fend
        fern few fewer fiber fiction fictional fidelity field fields fifth fig fight fighting fights figs
        figure figured figures figuring file filed files filing fill filled filling fills film films filter
        filtering filters fin final finally finances financial financially financing finch find findet
        finding finds fine fined finger fingers finish finished finishes finishing finite fired fires
        firewall firing firm firmly firms firmware first fiscal fish fission fit fits fitting five fix fixed
        fixes fixing flag flagged flame flannel flashing flat flavor flavors flaw flawed flaws fleece fleeing
        fleeting flew flexibility flexible flies flights flip floating flood floor flourish flourishing flow
        flowers flowing flows flu fluctuations fluid flushing flutter flux fly flying flywheel focus focused
        focuses focusing foghorn fold folded folder folders folks follow followed followers following follows
        fond font fonts food foolish foot footage football footer footprint footsteps for forced forces
        forcing forecast forecasting foregoing foreign foreseeable forget forgets forgetting forgot forgotten
        fork formal formally format formation formats formatted formatting formed former forming forms
        formula forte forth forthcoming fortitude fortress fortunate fortune fortunes forward fossil
        fostering fought found founded founder founders founding four fourth fractal fraction fractional
        fragile fragility fragmented frame frames framework frameworks franchise free freedom freeing
        freelance freely freeze frenzy frequency frequent frequently fresh friend friendly friends friendship
        from front frontend fronts frozen fruit frustrated frustrating frustration frustrations fuel fuels
        fulcrum fulfill full fullscreen fully fun func function functional functionality functions fund
        fundamental fundamentally fundamentals funded funds fungus funny furlough furnished further fuse
        fusion future gadget gain gained gains gameplay gamer games gaming gang ganz gap gaps gar garbage
        gardens garlic garment gas gates gateway gather gathered gathering gaucho gauge gauzy gave gear
        geared gebracht geek gem gems genau gender general generally generate generated generates generating
        generation generator generic generous genesis genetic genetics genius genommen genuine genuinely
        geometric geopolitical gestellt get gets getting geyser giants gibt gifs gift gig gigs gill ginger
        ginning girlfriend girls gist give given gives giving glacier glad gladiator gladly glance glass
        glasses glimpse globally globe glory glow glucose glue glued goal goals goddamn goes going gold
        golden gone gonna good goodbye goodies goods goose gorge gorgeous gorilla gossamer got gotta gotten
        governance governed governing government governments governor grab grabbed grace grade gradients
        gradually grail grandmother granite grant granted granularity grape grapefruit graph graphic
        graphical graphs grasp grateful grave gray great greater greatest greatly greatness grew grid grief
        griffin grind grip groceries grocery ground grounded grounds groundwork groups grow growing grown
        grows growth grumpy gryphon guaranteed guarantees guard guess guessed guessing guest guests guidance
        guide guided guidelines guides guilty gun gut guy guys gym gyroscope haben habit habits hack hacked
        hacking hacks had hadn hair haircut half halfway hallmark hallway halo halt hammer hand handed
        handful handheld handing handle handled handles handling hands handy hang hanging happen happened
        happening happens happily happy harassment hard harden harder hardest hardly hardware harm harmonic
        harrow harsh has hasn hat hate hated hates haul haunted have haven having hawthorn head headed header
        heading headlines headphones heads healthy heap hear heard hearing heart heartland heating heavily
        heavy hefty height heightened held helfen helix hell hello help helped helpers helpful helping helps
        hemp hence her here herein hereof hereto herewith heritage heroin heron herself hesitate heuristic
        heute hey hidden hide hier high higher highest highlight highlighted highlighting highlights highly
        highs highway hilarious hill hilltop him himself hindrance hindsight hint hints hire hired hiring his
        historian historic historical historically histories history hit hits hitting hive hobbies hobby
        hockey hold holder holders holding holds hole holes holiday holidays holistic holy home homebrew
        homeless homemade homes hometown honest honey honeymoon honor honored honors hood hoof hook hooked
        hop hope hoped hopeful hopefully hopes hoping horizontal horizontally horn hornet horrendous horrible
        horribly horrific horrifying horror horrors horse hospitality hospitals host hostage hosted hosting
        hosts hot hotels hour hours household housekeeping houses housing how however hub huge hull human
        humanity humanly humans humble humility humor hundred hundreds hung hungry hunting huntsman hurdle
        hurricane hurt husband hybrid hyper hypotheses hypothesis hypothetical ibex iceberg ich icon iconic
        icons icy idea ideal ideally ideas identical identified identifier identifies identify identifying
        identity ideological idiocy idle ignore ignored ignoring ihr ihre ihrer ill illegal illuminating
        illustrate illustration illustrations image imagery imagination imagine imagined imaging immediate
        immediately immer immersion immigration impact impacted impactful impacts impairments imperfect
        implement implementation implemented implementing implements implication implications implicit
        implied implies imply import importance important importantly importing imports imposed imposes
        impossible impossibly impressed impression impressions impressive imprisoned impromptu improve
        improved improvement improvements improves improving inability inadvertent inaugural inbox incentive
        incentives inception inch inches incident include included includes including inclusion inclusive
        income incoming incompatible incompetence incompetent incomplete inconsistent inconvenience
        incorporate incorporated incorporating incorporation incorrect increase increased increases
        increasing increasingly incredible incredibly incur incurred indebtedness indeed indemnify indemnity
        independence independent independently index indicate indicated indicates indicating indication
        indicative indicator indicators indie indirect indirectly indispensable individual individually
        individuals indulge industrial industries industry inequality inevitable inevitably inexpensive
        inexplicably infected infections inflation inflection influence influenced influencer influential
        info inform informal information informed informing infrastructure infusion ingenuity ingot
        ingredient ingredients inherent inherently inheritance inherited init initial initialized initially
        initiatives inject injuries injuring injury ink innate inner innovate innovation innovations
        innovator input inputs ins insane inscrutable insecure insert inserted inside insight insightful
        insights insisted insisting insolvency inspiration inspire inspired inspires inspiring install
        installed installing installment installments instance instances instantly instead instil
        institutional institutions instruction instructions instrument instruments insufficient insurance
        intact intangible integral integrate integrated integrates integrating integration integrity
        intellectual intelligence intelligent intended intends intense intensity intent intention intentional
        intentionally interact interacting interaction interactions intercontinental interest interested
        interesting interests interface interfaces interference interior interlink intermediate intern
        internal internally internals interpretation interpreted interrogate interrupt interrupted
        interruption intersection interval intervention interviews intimate into intricate intriguing
        introduce introduced introduces introducing introduction introductory intrusion intuit intuitive
        invaluable invent invented invention inventive inverse invest invested investigate investigating
        investigation investigative investing investment investor investors invisible invite invited invites
        inviting invoking involve involved involvement involves involving iridium iris ironically ironwood
        irony isn isolated isolating isolation issuable issuance issue issued issues ist itch items iterate
        iteration iterations iterative its itself jacket jackpot jaguar jail jam jar jasper jaw jazz jealous
        jede jelly jester job join joined joining joins joint jointly joke joker jokes journaling journalism
        joy joyful judge judges judgment judgments juggle juice jump jumping jungle junior juniper junk just
        justified justify kale kann karat karma kaum keel keen keep keeping keeps kein keine kelp kennen kept
        kernel key keyboard keyboards keynote keys keystone keyword keywords kick kicked kicking kickstart
        kidnapped kids kill killed killing kills kind kinda kinds kingsway kitchen kite kiwi knew knife
        knight knock knot know knowing knowledge known knows kommt kurz label labeled labels labor labour
        labyrinth lack lacking lackluster lacks lady lagoon laid lakeside land landed landing lands landscape
        lane lange language languages lantern laptop laptops large largely larger largest largo laser lassen
        last lastest lasting latch late lately latency later latest latte latter lattice laugh laughing
        launch launched launcher launches launching laureate laurels lava law lawmakers laws lawsuit lawyers
        lay layer layers layout layouts lays laziness lazy lead leader leaders leadership leading leads leaf
        leak leaked leaking leaks lean leaning leaps learn learned learning lease least leather leave leaves
        leaving led leek left leftover leg legacy legal legality legally legendary legible legion legislation
        legislative legit legitimate legs leisure lemon length lengthy lens lentil leopard less lesser lesson
        lessons let lets letter letting lettuce level leveled levels lever leverage leveraging liabilities
        liability liberal libraries library licence license licenses licensing lichen lid lie liegen liens
        lies life lifestyle lifetime lift lifted lifting light lighter lighting lightly lightning lights
        lightweight like liked likelihood likely likes likewise liking lime limelight limit limitation
        limitations limited limiting limits line lineage linear lined linen lines lineup lingering link
        linkage linked linking links liquid liquidity list listed listen listened listener listeners
        listening listing lists lit literal literally literary literature little live lived lives living load
        loaded loading loads loan loans local locally located location locations lock lockdown locked locking
        locks log logged logic logical login logistics logo logs lone lonely long longer longest look looked
        looking looks looming looms loop loose loosely lose losers loses losing loss losses lost lot lots
        lottery lotus loud louder love loved lovely loves low lower lowering lowest lows loyalty lucid luck
        lucky lucrative lunch luxury lying lynx lyrics mace machen machine machines macht macro macros made
        madness madrigal magazines magic magical magician magma magna magnitude magnolia maiden main mainly
        mainstream maintain maintainable maintained maintaining maintains maintenance major majority make
        makers makes making mal malaise male males malls malware mammoth man manage managed management
        managers manages managing mandate mandatory mango manifest manipulate manipulating manipulation
        manner manual manually manufacturer manufacturers manufacturing many map mapped mapping marched
        margin marijuana marked marker market marketing marketplace markings marks markup marlin marriage
        marten martial marvel mask masks massive mast master mastered mastermind matador match matches
        matching materially materials math mathematics matrix matter mattered matters mature matures maturity
        maxed maximize maximum may maybe mayor maze meals mean meaning meaningful meaningless means meant
        meantime measure measured measurement measurements measures measuring meat mechanical mechanics
        mechanism mechanisms medallion media medical mediocre meet meeting meetings meets mehr mein melon
        member members membership meme memes memorable memories memory men mental mention mentioned
        mentioning mentions mentor menu menus mercantile merchants mercy mere merely merge merged meridian
        merit merits mesa message messages messaging messing messy met metadata metaphor meteor meter method
        methodologies methodology methods metric metrics metro metropolitan microblog microblogs microphone
        mid middle middleware might migrate migrating migration migrations mild mileage miles milestone
        military millennium million millions mind minds mindset mine mingle minim minimal minimalist minimum
        mining mink minor minority mint minute minutes miracle mirage mirror misery misleading miss missed
        misses missiles missing mission missions mistake mistaken mistakes mit mitigate mitigation mitts mix
        mixed mixing mixture moat mobile mocha mod modal mode model modeled modeling models moderating modern
        modes modification modifications modified modifier modifiers modify modular module modules molecular
        molecule moment moments momentum monarch monitor monitoring monitors monolithic monsters month
        monthly months mood morally more morning morphing mortgage moss most mostly mother motion motivated
        motivation motor mount mountains mounted mounting mounts mouth move moved movement movements moves
        movie movies moving much mud muffin mulls multi multimedia multiple multiplied multiply multiplying
        mundane mural murdered murderous muscle musical musicians muss must mustang mutual myriad myself
        mysteries mysterious mystery mystic nach nadir nagging nail naive naked name named names namespace
        naming narrative narrow nascent nasty nationwide native natively natural naturally nature navigate
        navigating navigation navigator near nearby nearly neat nebula necessarily necessary nectar need
        needed needing needs negative negotiate negotiation negotiations neighbor neighborhood neighborhoods
        neighboring neighbors neither nerd nerdy nerve nervous nested network networking networks neue neues
        neural neutral neutrality neutron never new newer newest newly newsletter newsletters newspaper
        newspapers next nginx nice nicely niche nicht nichts nie night nine ninja nirvana nobody noch nodes
        nog noise noisy nomad nominee non none nonlinear nonprofit nonsense nor normal normally norms
        northwest northwestern nostalgia not notable notably notation note notebook notebooks noted nothing
        notice noticeable noticed notices noticing notification notifications notified noting notion
        notoriously novel novelty now nowadays nowhere nuanced nuclear nuisance number numbers numerous nur
        nutrient nuts nutzen oasis oats object objectives objects obligations oblong obscure observation
        observations observe observed obsession obsidian obsolete obtain obtained obvious obviously occasion
        occasional occasionally occidental occur occurred occurrence occurrences occurring occurs ocean
        oceans odd oddball oddities odds oder off offen offensive offer offered offering offerings offers
        office offices official officially officials offline offload offset oft often oil okay old older
        oldest olive olympus omega omit once one ones ongoing onion online only onto ooomph opaque open
        opened opening openly opens operate operated operates operating operational operations operator
        operators opinion opinions opponents opportunities opportunity oppose opposed opposite opposition opt
        optimal optimism optimistic optimization optimizations optimize optimized optimus option optional
        options orbit orchestrates order ordered ordering orders ordinary organic organization organizational
        organizations organize organized organizers origin original originally origins osprey other others
        otherwise otter ought our ours ourselves out outage outages outbreak outcome outcomes outcrop
        outdated outlets outlined outlines outlook output outputs outrageous outset outside outstanding
        outweigh over overall overcome overkill overlap overlooked overly override overseas oversees
        oversight oversized overview overwhelm overwhelmed overwhelming owed owlet own owned owner owners
        ownership owning owns oxygen paar pace pack package packages packaging packed packing packs pad
        padding pads page pages pagination paid pain painful paint painting pair paired pairs pal paladin
        palisade palpable pan panacea pandemic panel panic panther pants papaya paper papers par para parade
        paradigms paragraph parallel parameter parameters paramount parent parents parking parks parse parser
        parsing parsons part parte partial partially participants participate participating participation
        particular particularly parties partly partner partnership partnerships parts party pass passage
        passed passenger passing passion passionate passions password passwords past paste pasting patch
        patches patented patents path pathfinder paths pathways patients patrol pattern patterns pause paved
        paw pay payable paying payment payments payout pays pct pea peacefully peach peak pear pearl peculiar
        peek peer peers pegasus pen penalty pennant pennon pension people peoples pepper per percent
        percentage percentages peregrine perfect perfection perfectly perform performance performances
        performant performed performers performing perfume perhaps peril perilous perimeter period periodic
        periodically periods peripheral perks permanent permanently permission permissions permit permitted
        persisted persistence persistent person personal personality personalized personally personnel
        persons perspective perspectives pertinent pet petal pharmaceutical phenomenon philosophical
        philosophies philosophy phone phones photo photograph photographs photography photon photos phrase
        physical physically physicians physics pick picked picking picks pickup picture pictures pie piece
        pieces pile pillars piloting pin pineapple pinnacle pinpoint pinstripes pipe pipeline pipelines
        pirate piston pitch pitfalls pixel pixels place placed placement places placing plague plain plane
        planet planetary planets planned planning plans plant planting plants plastic plate plateau platform
        platforms platinum play playbook played player players playful playground playing plays pleasant
        please pleased pleasure plenty plexus pliant plot plots plotted plug plugged plugging plugin plugins
        plum plunge plus pockets podcast podcasting podcasts poems poet poetry point pointed pointer pointers
        points poised poking polar poles police policies policy political politicians politics pollen polling
        ponder pony poodle pool pools poor poorly pop pops popular popularity populate populated population
        por porn port portability portable portage portfolio portfolios portion portions portrait portrayed
        ports poses position positioned positioning positions positive posits possess possession possessions
        possibilities possibility possible possibly post postal posted poster posting posts posture pot
        potato potbelly potential potentially pounds pour poured powder power powered powerful powering
        powerless powers practicable practical practically practice practices practicing practitioners
        prairie praise pre preceding precious precise precisely precision predecessor predicate predict
        predictable predicted predicting prediction predictions predictive predictor prefer preference
        preferences preferred prefers preliminary prelude premier premise premium prep preparation prepare
        prepared preparing prepay presence present presentation presentations presented presenting presently
        presents preservation preserve preserved preserving presidential press pressed pressing pressure
        pressures presumably pretend pretending pretty prevail prevalent prevent prevented preventing
        prevents previewing previews previous previously price prices pricing pricy prima primacy primarily
        primary primer principal principle principles print printed printer printing prior priorities
        prioritize priority prison prisoner prisoners privacy private privately privilege privileged
        probability probably problem problematic problems procedure procedures proceed proceeding proceeds
        process processed processes processing processor processors prodigy produce produced producer
        producers produces producing product production productive productivity products professional
        professionals profile profiles profiling profit profitable profits profound program programming
        programs progress progression progressive progressively project projected projects prominent promise
        promised promising promo promote promoted promoting promotional prompt prompting promptly prompts
        prone proof propaganda proper properly properties property proposal proposals propose proposed
        proprietary prospect prospects prospectus prosperity protagonist protect protected protecting
        protection protections protective protest protests protocols proton prototypes proud proudly prove
        proved proven proverbial proves provide provided provident provider providers provides providing
        proving provisions provocative proximity proxy prying psychological psychology public publication
        publications publicly publish published publisher publishing pubs pudding pull pulled pulley pulling
        pulls puma pumpkin pun purchased purchases purchasing pure purely purple purport purported purpose
        purposes pursuant pursue pursuing push pushed pushes pushing put puts putting puzzle python
        qualifications qualified qualifies qualities quality quanta quarantine quarter quarterly quarters
        quasar que queer queries query quest question questionable questioned questioning questions queue
        quick quicker quickly quiet quieter quietly quince quinoa quirks quit quite quitting quiz quote
        quoted quotes rabbit race racial racism radiant radish raffles raft rain rainmaker rains raise raised
        raises raisin raising rally ramp rampart ramping ran random randomly range ranges ranging rank
        ranking rant rapid rapidly rapt rare rarely rate rated rates rather ratify rating ratings ratio
        rationale rattler rave raven ravine reach reachable reached reaches reaching reaction reactions
        reactor reacts read readability readable reader readers readily reading reads ready real realise
        realised realising realistic realities reality realization realize realized realizing really rear
        reason reasonable reasonably reasoning reasons reassess reassure reboot rebound rebus recalls recap
        receipt receive received receiving recent recently recession recipe recipes recipient recipients
        recital recognition recognizable recognize recognized recognizes recommend recommendation recommended
        recommends recon reconciliation reconsider record recorded recording records recover recovered
        recovering recovers recovery rectitude recur recurring recursively redeem redeemed redesign reduce
        reduced reducing reduction reductions redundancy redundant redwood redwoods reed reeds reef
        reelection refactoring refer reference referenced references referral referred referring refine
        refined reflect reflected reflecting reflection reflects refresh refreshing refugees refund refuse
        refused refusing regard regarded regarding regardless regency region regional regions register
        registered registers registration regression regret regular regularly regulations regulator
        regulators regulatory rehearsal reinforced reinforcement reinvent reject rejected rejection rejects
        rejuvenated rel relate related relates relating relation relationship relationships relative
        relatively relayed release released releases releasing relegated relentless relevance relevant
        reliability reliable reliably reliance reliant relied relies religious reload reluctance reluctant
        rely remain remainder remained remaining remains remark remarkable remarkably remarks remember remind
        reminded reminder reminders reminding reminds remote remotely removal remove removed removes removing
        renaissance rename render rendered rendering renew renewal renowned rent reopen reopening reopens
        reorganization repair repeal repeat repeated repeatedly repeating repeats repetitive replace
        replaceable replaced replacement replaces replacing replay replicating reply repo reported reportedly
        reporting reports repos repositories repository represent representation representative represented
        representing represents reproduce reproduced repurchase reputation request requested requests require
        required requirement requirements requires requiring requisite resale rescue research researcher
        researchers researching resemble reserve reserved reservoir reset resets reshaped residents resign
        resignation resigned resilience resilient resist resolution resolutions resolve resolved resource
        resources respect respected respectful respecting respective respectively respects respond responded
        responding response responses responsibility responsible responsive rest restart restatement
        restaurant restaurants restore restricted restriction restructuring result resulted resulting results
        resume retail retailers retain retainers retaining retains retaliation retention rethink retire
        retired retirement retractable retreat retrieve retrieved retrospective return returned returning
        returns reusable reuse rev revamped reveal revealed revealing reveals revelation revenue reverse
        reversed review reviewed reviewer reviews revised revisions revive revolt revolutionary revolve
        revolving reward rewarded rewarding rewards rewrite rhetoric rhythm ribbon rice rid ridden riddle
        riddled ride rider ridge ridiculously riding right rightly rights rigorous rings rip rise rises risk
        risks risky rival rivers road roan robin robot robust rocks rocky rode rogers role roles roll rolled
        rolling rolls romance romantic roof room root rooted rosemary rotating rotation rough roughly round
        rounds roundtable route router routers routine routinely routines routing rows royal royale rpm
        rubber rudder ruined ruins ruled rules ruling rumble rumored rumors run rundown running runs runtime
        rush rushed rye sable sabre sachem sad sadly safe safely safer safety saffron sag saga sage said sail
        sake salary sale sales salt same sample samples sampling samurai sandboxed sandstorm sane sang sanity
        sans sat satin satisfaction satisfy satisfying sauce savanna save saved saves saving saw say saying
        says scalable scale scaled scaling scam scams scan scandal scanned scanner scanners scanning scans
        scarcity scared scary scattered scenario scenarios scene schedule scheduled schema scheme schemes
        schnell scholastic schon school schools schreiben scientific scientist scientists scoop scope scoring
        scorpion scratch screaming screen screens screenshot screenshots screw screwed screws script scripts
        scroll scrolling seaboard seafarer sealed seamlessly seams search searchable searched searches
        searching season seasoned seat seats second secondary seconds secrecy secret secretly secrets sector
        sectors secular secure secured securely securing security see seed seeing seek seeking seeks seem
        seemed seemingly seems seen seer sees segment segments sehen sehr sei sein seine seinen seiner seit
        seizure selbst select selected selecting selection selective selector self sell seller selling sells
        semantic semantics semi send sending sends senior sense sensitive sensor sensors sent sentence
        sentient separate separated separation sequences sequential sequentially serial series serious
        seriously servants serve served server servers serves service services serving session sessions set
        sets setting settings settle settled settlement settlements settlers setup seven seventh several
        severance severe severely sex sextant sexual sexuality sexually shadows shaker shall shame shape
        shaped shapes shaping share shared shareholder shareholders shares sharing sharps shattered
        shattering she sheer sheets shelf shell shelter shelves shift shifting shifts shine shiny ship
        shipped shipping ships shirt shoals shocked shocking shoe shoes shook shoot shooter shooting shop
        shopping shops shore short shortage shortcomings shortcut shortcuts shortening shorter shortly shot
        shots should shoulder shouldn show showcase showed shower showing shown shows shrink shrinking shrunk
        shut shutdown shuts shutting shy sich sick side sidebar sides sie sierra sight sights sigma sign
        signal signals signature signed significant significantly signing signs silence silent silently
        silicon silk silly silo silver similar similarities similarly simple simpler simplicity
        simplification simplified simplifies simplify simplifying simply simulate simulated simulates
        simulators simultaneous simultaneously since sincere sincerity sind sing singer singing single
        singles singular sink sir sister sit site sites sits sitting situation situations six sixth size
        sizeable sizes skeptical skepticism skill skills skin skip skull skyline slam sleep slew slice slides
        sliding slight slightly slipping slips slop slope slots slow slowdown slowed slower slowest slowing
        slowly slows sluggish slump small smaller smallest smart smarter smartphone smartphones smells smoke
        smoked smoking smooth snail snap snapshots sneaks snippets snow social societal society socio socket
        socks soft software solar sold soldier sole solely soliciting solid soll sollen sollte solo solution
        solve solved solves solving some somebody someday somehow someone something sometime sometimes
        somewhat somewhere son sondern songs sonic sonnet soon sooner sophisticated sorcerer sorely sort
        sorted sorting sorts sos sought soul sound sounded sounding sounds source sources southwest
        southwestern sovereign sowohl soy space spacecraft spaces spaceship spam spanning spans spar spare
        spartan spatial speak speaker speakers speaking speaks special specialists specialize specialized
        specializing specialty species specific specifically specification specifics specified specifies
        specify specs spectacle spectators spectral spectrum speculating speculation speculative speech speed
        speeds speedy spells spend spending spent sphere spice spider spiked spilled spin spinach spine
        spinning spire spirit spirits spiritual spite split splitting spoil spoiled spoiler spoils spoke
        spoken spokesman sponge sponsored sponsoring sponsors spontaneous spore sports spot spots spotted
        spotting spouse spray spread spreading spreadsheet spreadsheets sprout spruce squash squeeze
        stability stable stack staff stag stage stages staggering stairs stairwell stake stakes stall
        stallion stamp stance stand standalone standard standardized standards standing standout stands
        staring stark start started starter starting starts startup startups stat state stated stateful
        statement static stating stations statistical statistics stats status stay stayed staying stays
        steadily steady steal stealing steep steht stellen stellt stem stems step stepped stepping steps
        stereo sterling stern stick sticking sticks stiff still stimulus stock stockholders stocks stoke
        stolen stood stop stopped stopping stops storage stored stores story storyboard storytelling straight
        strain strange stranger strata strategic strategically strategies strategist strategy stream
        streaming streamline streamlining streams streets strength strengthen strengths stress stressful
        stretch stretches strict strictly stride strike strikes striking string strings strip strong stronger
        strongest stronghold strongly struck struct structs structural structurally structure structured
        structures struggle struggled struggling stuck student students studied studies studio study studying
        stuff stumbled stunning stupid style styles stylish sua subclass subject subjective submission
        submissions submit submitted subordinated subreddit subscribe subscribed subscriber subscribers
        subscribing subscription subscriptions subsequent subsequently subsidiaries subsidiary substance
        substantial substantially substitute subtle subway succeed succeeded success successes successful
        successfully successor such suck sucked sucks sudden suddenly sue suede suffer suffered sufficient
        sufficiently sugar suggest suggested suggesting suggestion suggestions suggests suicide suit suitable
        suite suited suits sum summarized summarizes summary summer summit sung sunny sunset sunshine
        superior supermarket supplement supplemental supplementary supplemented supplier suppliers supplies
        supply support supported supporter supporters supporting supports supposed supposedly sure surely
        surface surfing surged surgery surprised surprises surprising surprisingly surrounded surrounding
        surveillance survey surveyed survived survivors suspect suspected suspects suspended suspense
        suspension suspicion sustain sustainability sustainable sustaining swan swap swapped swapping sweat
        sweaty sweet swimming swing switched switches switching swords symbol symbolic symbols sync synced
        syncing syncs syndication syntax synthetic syrup system systems tab tabindex table tables tablet
        tablets tabs tacked tackle tackling tactics tactile tag tagging tags take takeaways taken takes
        taking tale talent talented tales talk talked talking talks tall tallest tangible tango tank tanks
        tape tapping taps target targeted targeting targets taro tart task tasks taste tastes tasty tat
        taught tax taxes tea teach teacher teachers teaches teaching team teams tears tease tech technical
        technically technique techniques technological technology tedious teen teenage teeth telephone
        television tell telling tells tem temperature temperatures tempest template templates tempo temporal
        temporarily temporary tempted tempting ten tenable tend tendency tends tenet tenon tens tense tension
        tensions tenure ter term terminate terminated termination terms terns terrible terrific territorial
        territory terrorist terse test tested testing tests tether tethered text texts textual texture than
        thank thanked thanks that the their them theme themes themselves then theoretical theories
        therapeutic therapy there thereafter thereby therefore therein thereto thereunder thermal these
        thesis they thick thickness thin thing things think thinking thinks thinly thinner third thirteen
        this thorough thoroughly those though thought thoughtful thoughts thousand thousands thread threads
        threat threaten threatened threatening threatens threats three threshold threw thrilled thrilling
        thrive through throughout throw throwing thrown thumb thus thyme ticket tickets tidal tidewater tie
        tied tier ties tight till tilt timberline time timeless timeline timely timer timers times timing
        tiny tip tips tired title titled titles toast today todo todos toe toes together token tokens told
        tolerance toll tome tomorrow ton tonight too took tool tools tooth top topic topics topped torn
        tornado torque tortoise torture tosses total totally touch touched touches touchscreen tough tourist
        tourists tourmaline tournaments toward towards towering town toxic toys trace traces tracing track
        tracked tracker tracking tracks tractor trade traded trader traders trading tradition traditional
        traditionally traffic tragedy trailer train trained training trains traits trajectory trans transact
        transaction transactions transcribed transcript transfer transferred transfers transform
        transformation transformed transition transitional transitioned transitions translates translating
        translation transnational transparency transparent transport transportation trapped traps trauma
        travel traveling travelling travels tray treasure treat treated treating treatment treatments tree
        trees tremendously trends trial tribute trick trickier trickle tricks tricky trident tried tries
        trigger triggered triggering triggers trilogy trimming trinity trio trip triple trips triumph trivial
        trojan trolls trouble troubled trucks true truly trunk trust trusted trustee truth truths try trying
        tucked tundra tune tuned tunnel turbine turmoil turn turned turning turnip turns tutorial tweaking
        tweed tweet tweeted tweets twelve twice twig twist two type typed types typhoon typical typically
        typing typography tyranny ubiquitous ugly ultimately uma una unable unaffiliated unaudited uncertain
        uncertainties uncertainty unchanged unclear uncomfortable uncommon uncover und undefined under
        undergoing underlying underneath understand understandable understanding understands understood
        underway undisclosed undo unemployment unexpected unexpectedly unexplained unfamiliar unfortunately
        unhappy unheard unicorn uninteresting unions unique uniquely unit units universities unknown unless
        unlike unlikely unlimited unlock unlocked unlocking unnatural unnecessary unnervingly unpaid
        unplanned unprecedented unpredictable unrealistic unreasonable unrelated unrest unsecured unsettling
        unsure unsurprisingly unthinkable until untimely unusable unused unusual unveil unveiled unvested
        unwilling unwinding upcoming update updated updates updating upgrade upgraded upgrades upgrading
        upland upload upon upper uproar upset upside upstart upward urban urge urged urgency urgent usability
        usable usage use used useful usefulness user username users uses using usual usually utilities
        utility utilize utilized utilizes utilizing utter utterly vacation vaccine vague vaguely vale valid
        validation valor valuable valuation valuations value valued values van vanilla var variable variables
        variants variations varies varieties variety various vary varying vast vastly vector vehicle vehicles
        vein velvet vendor vendors venerable ventures venue verb verbal verde verification verified verify
        verloren vermieden vermilion versa versatile version versions versus vertical vertically verve very
        vessel vest vested vesting veteran via viable vibe vibes vicinity victim victims victor victory video
        videos viel viele vielleicht vier view viewed viewers viewing viewpoint views vignettes viking
        village villains vintage violation violence violent viper viral virtual virtually virtue virus
        visibility visible vision visit visited visiting visitors visits visual visualization visually
        visuals vital viva vocation voices volatile volatility volcano volume volumes voluntarily voluntary
        volunteer volunteers vom von vor vortex vote voted voters votes voyager vulnerability vulnerable wag
        wages wagons wait waited waiting walk walked walks walled walls wander wandering want wanted wanting
        wants warehouse warehouses waren warm warming warn warned warning warnings warns warranties warrants
        wary was washing wasn wasp waste wasted wasting watchdog watched watches watching water watts wave
        waves way ways weak weakness weaknesses wealth wealthy weapon weapons wear wearable wearing weave web
        webcast weblog website websites wedding weed week weekend weekly weeks weigh weighed weighs weight
        weighted weights weird weiter weitere weiteren welche welches welcome welcomed welcoming well wenn
        went werden were weren werewolf what whatever whatsoever wheat wheel wheeler when whenever where
        whereas wherever whether which whichever while whilst whirlwind white whiting who whoever whole
        wholly whom whose why wichtige wide widely wider widespread widest widgets width wie wieder wife wiki
        wild wildlife wildly will willing win window winds wine wing winner winners winning wins winter wipe
        wiped wir wird wire wireless wires wirkt wisdom wise wisely wish wishes wishing wit with withholding
        within without witnessed wizard woes woke wolf wollen wolverine woman women won wonder wondered
        wonderful wonderfully wondering wood wooden wool word worden words work workaround worked worker
        workers workflow workflows workhorse working workload workplace works workshop workshops workspace
        world worlds worldwide worn worried worries worry worrying worse worth worthless worthwhile worthy
        would wouldn wrap wrapped wraps wrenches wrestling wrist write writer writers writes writing written
        wrong wrote wurde xenon xmlns xylem yard yeah year yearly years yell yellow yes yesterday yet yield
        yogurt you young younger your yours yourself yum zebra zen zenith zephyr zeta zip zipping zum zur
        zusammen zwei zwischen
        """
}
