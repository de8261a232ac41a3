/// The more frequent small-letter words of English business and news text, found by counting.
///
/// A company whose whole name is one of them (Target, Gap, Block) is not meant whenever the word stands in a text, so
/// such a name needs capitals and something beside it that shows a company; and a short form of a longer name is only
/// made where it is none of them.
enum CommonWords {
    static let all = """
        abandon abandoned abbreviation aber abilities ability able aboard about above abroad absence absent
        absolute absolutely absorb abstract abstraction absurd absurdity abuse abuses academic accelerate
        accelerated accelerating acceleration accept acceptable acceptance accepted accepting access accessed
        accessibility accessible accessing accident accidental accidentally accommodate accompanies
        accompanying accomplish accomplished accomplishment accordance according accordingly account accounted
        accounting accounts accrue accrued accumulated accuracy accurate accurately accusations accused
        achieve achieved achievement achieving acknowledge acquaintances acquire acquired acquiring
        acquisition acquisitions acquisitive acrobatics acronym across acting action actions activate
        activated active actively activism activist activities activity actor actors actress acts actual
        actually adage adapt adapted adapter adaptive add added addiction adding addition additional address
        addressed addresses addressing adds adequate adjectives adjust adjusted adjusting adjustment
        adjustments adjusts administration administrative administrator administrators admission admit admits
        admitted adopt adopted adopter adopting adoption adorable ads advance advanced advances advantage
        advantages adventure adventures adverse advertising advice advise advised advises advisory advocate
        advocates aesthetic aesthetics affect affected affecting affects affiliated affiliates affirmative
        afford affordable afforded afield aforementioned afraid after afternoon afterthought again against
        agencies agenda agents ages aggregate aggregating aggregator aggressive aggressively agile ago agree
        agreeable agreed agreeing agreements agrees agriculture ahead aid aids aim aimed aims ain airline
        airplane airport akin aktuell aktuellen alarm alas album albums alert alerts algorithm algorithms
        alien align aligned aligns alike all alle allegations alleged allegedly allem allen aller alles allies
        allocation allow allowed allowing allows ally almost alone along alongside already als also alt alter
        altering alternate alternative alternatives although altogether aluminum always amateur amazing
        ambient ambiguity ambition ambitions ambitious amend amended amendment amendments amid among amongst
        amortization amortized amount amounts analog analogy analyses analysis analyst analysts analytical
        analyze analyzing anchored ancient and andere anderen anger angle angles angry animals animation
        animations annexation anniversary annotated annotations announce announced announcement announcements
        announcing annoyed annoying annual annually annum anonymous another answer answered answering answers
        anti anticipate anticipated anxiety anxious any anybody anymore anyone anything anytime anyway
        anywhere apart apocalypse apologies apologize apologized app apparent apparently appeal appear
        appearance appearances appeared appears appetite applause applicability applicable application
        applications applied applies apply applying appointed appreciate appreciated appreciation appreciative
        approach approachable approached approaches approaching appropriate appropriately approval approvals
        approve approved approving approximately apps apt aptly arbitrary archaeology architects architectural
        architecture architectures archive archives are area areas aren arguably argue argued arguing argument
        arguments arise arising armed arms arose around arrange arranged arrangers array arrears arrested
        arrival arrive arrived arriving arrogant art article articles artifacts artist artistic artists arts
        artwork aside ask asked asking asks asleep aspect aspects ass assault assaulted assemble assembly
        assess assessed assessing assessment asset assets assign assigned assignment assist assistance
        assisting associated associates assume assumed assumes assuming assumption assumptions assurance
        assure assured astonishing asynchronous ate atomic atop att attach attached attack attacked attacker
        attacks attempt attempted attempting attempts attend attended attendees attending attention attitude
        attorney attorneys attract attracted attractive attribute attributed attributes attribution auch
        audible audience audiences audio audit audited audits auf aus authenticate authentication authenticity
        authoritarian authoritative authorities authority authorized authors automate automated automatic
        automatically automation automotive autonomous autonomy autoplay autumn availability available avenue
        average averages avoid avoidance avoided avoiding award awarded awards aware awareness away awesome
        awful awkward axis babies baby back backbone backdrop backed backend background backgrounds backing
        backlash backs backup backward bad badly baffled bag bags baked balance balanced balcony ballpark
        balls ban bandit bands bandwidth bang banking bankruptcy banks banned banner bans bare barely barrel
        barrier barriers bars base baseball based baseline bases basic basically basics basis bass bastard
        batch batches bath bathrooms batteries battery battles beans bears beat beaten beautiful beautifully
        beauty became because become becomes becoming bed bedroom beef been beer beers before began begging
        begin beginning begins begun behalf behave behaves behavior behaviors behaviour behind bei beide beim
        being beings bekommt belief beliefs believe believed believer believes believing bell belong belongs
        beloved below bench bend bending beneath beneficial beneficiaries benefit benefits besides besonders
        besser besteht besten bet beta betas bets better betting between beverage beyond bias biased biases
        bicycle bid bieten big bigger biggest bike bikes billing billion billionaire billions bills bin binary
        birds birth birthday bis bisherige bit bite bites bits bitter bizarre blades blame blast bleeding
        bleibt blend blended blending blew blind blinded bloated block blockbuster blocked blocking blocks
        blog blogging blogs bloom blowing blown blows blues blurry boards boat bodies body boggling
        boilerplate bold bolster bolt bolts bones bonus bonuses book bookrunners books boom boost boosting
        boot booting boots bootstrapped border borders bored boring born borrow borrowed borrowings boss bot
        both bother bothered bothering bottle bottom bought bounce bound boundaries boundary bounty box boxed
        boxes boxing boycott boys bracket brackets bragging brain branches brand branding brave breaches bread
        break breakfast breaking breaks breakthrough breed breeze bridge brief briefing briefly bright
        brighter brightness brilliance brilliant brimming bring bringing brings brittle broad broadcast
        broadcasting broader broadly broke broken brokerage brother brought browse browser browsers browsing
        brute bubble bubbles bucket buckets budding budget budgeting budgets buffer bug buggy bugs build
        building buildings builds built bulk bullet bullish bullshit bumped bumper bunch bundle bundles burden
        burdensome bureaucracy buried burn burned burst bus buses business businesses bust busy but butter
        button buttons buy buyer buyers buying buys bypass byte bytes cabin cable cables cache calculate
        calculated calculation calculations calendar call callback called callers calling calls calm came
        camera cameras camp campaign campaigns campus can cancel canceled cancellation candidate candidates
        candidly candy cannot canonical canvas cap capabilities capability capable capacity capital capitalism
        capitalization capitals capped captive capture captured car carbon cardboard cards care cared career
        careers careful carefully cares carried carrier carriers carries carry carrying cars cartoon carts
        case cases cash casino caso cast casting casual catalog catch catches catching categories categorize
        category catharsis cats caught cause caused causes causing caution cautioned cautious cautiously
        caveat caveats cease celebrate celebrated celebrates celebrating celebration celebrities celebrity
        cells cellular cent centered centers centralized centres century ceremony certain certainly certainty
        certification chain chained chains chair challenge challenges challenging chamber champion chance
        chances change changed changes changing channels chaos chaotic chapter chapters characterize
        characters charge charged charger charges charging charity charm charming chart charts chasing chat
        chatbot chats cheap cheaper cheapest check checkbox checked checking checkout checks cheer cheese
        cherry chest chicken child childhood children chin chip chips choice choices choose chooses choosing
        chopped chops chords chores chose chosen chronological chunk chunks cinema cinematic circle circles
        circuit circumstances cites cities citizens civil claim claimed claiming claims clarified clarify
        clarity class classes classic classical classics clean cleaned cleaner cleaning cleanly cleanup clear
        cleared clearer clearing clearly clever cliche click clicked clicking clicks client clients climate
        climb climbing clipboard clock clone cloned close closed closely closer closes closest closing closure
        closures clothes clothing clubs clue clues clumsy clunky cluster clutter coach coating cocaine coconut
        code codebase codes coding coffee cognitive coin coincidence cold collaborating collaboration
        collaborations collaborative collapse collapsed collateral colleague colleagues collect collected
        collecting collection collections collective collectively color colorful column columns combination
        combine combined combines combining combo come comeback comedy comes comfort comfortable comforting
        comic comically comics coming comma command commanding commands commence commenced comment commentary
        commentators comments commercial commercialize commercially commissioner commissions commit commitment
        commitments commits committed committing commodities commodity common commonly communicate communities
        community commuter compact companies companion comparable comparative compare compared comparing
        comparison comparisons compatibility compatible compelling compensates compensation compete
        competition competitor competitors compiled compiler complacent complain complaint complaints
        complement complete completed completely completion complex complexity compliance complicated
        compliment comply component components composed composition compound compounds comprehensive
        compression comprise compromise compromised computation computational compute computed computer
        computers computing con concept concepts conceptual concern concerned concerning concerns concert
        concerts conclude concluded conclusion concrete concurrently conditional conditioned conditions
        conduct conducted conference conferences confidence confident confidential config configuration
        configurations configure configured configuring confirm confirmation confirmed confirms conflict
        conflicting conform conforms confronted confused confusing confusion congresswoman conjunction connect
        connected connecting connection connections connectivity connects cons conscious consciousness
        consecutive consensus consequence consequences conservative consider considerable considerably
        consideration considerations considered considering considers consist consisted consistency consistent
        consistently consists console consoles consolidated consolidation conspiracy constant constantly
        constitute constitutes constrained constraint construct construction consulted consulting consume
        consumed consumer consumers consummation consumption contact contacts contain contained container
        containers containing contains contemplated contemporary contempt content contents contest context
        contexts contingencies contingent continually continue continued continues continuing continuous
        continuously contract contractor contracts contradictions contrary contrast contrasting contribute
        contributed contributing contribution contributions contributors control controllable controlled
        controller controlling controls controversial controversy convenience convenient conventional
        conventions converge conversation conversations conversion conversions convert converted convertible
        converting converts convey convince convinced convincing cooked cookie cooking cool cooling
        cooperation coordinate cop copied copies copy copying core corner corners coronavirus corporate
        correct correctly correlated correlation correspondent corresponding corruption cost costly costs
        could couldn count counter counterparts counting countless countries country counts couple coupled
        courage course courses courtesy courts cousin covenant covenants cover coverage covered covering
        covers coveted cozy crack cracked craft cramped crap crapped crash crashed crashes crashing crawl
        crawling crazy create created creates creating creation creative creativity creator crew crime crimes
        criminal crises crisis criteria critic critical critically criticised criticism critics critiques crop
        crops cross crossed crowd crowded crucial cruft cruise crush crushing cryptic crypto cryptocurrency
        crystals cuddle cues culminating cult cultural culture cultures cumbersome curated cure curiosity
        curious currency current currently curriculum curse curve custom customary customer customers
        customization customize customized cut cuts cutter cutting cycle cycles cyclical dabei dad damage
        damaged damages damit damn dancing dangerous dann darauf dare dares das dash dashboard dass data
        database databases dataset datasets date dated dates dating davon day days deadline deadly deal dealer
        dealing deals dealt death debate debated debates debating debt debug debugger debugging debuted decade
        decades decent decide decided decidedly decides deciding decimal decision decisions decked declaration
        declare declared declares declaring decline declined declines decoded decoupled decrease decreased
        decreases decree dedicated dedication deemed deep deeper deeply default defaults defeat defeated
        defend defends defensive deferred deficit define defined defines defining definitely definition
        definitions defy degree degrees deine del delay delayed delays delegate delete deleted deleting
        deliberate deliberately delicate delicious delight deliver delivered delivering delivers delivery
        delta dem demand demanding demands demo democracy demonstrate demonstrates demonstrating demonstration
        demos den density denying departure depend dependencies dependency dependent depending depends
        depicting depiction deploy deployed deploying deployment deposit depression depth der derived des
        describe described describes describing description descriptions descriptive desert deserve deserves
        design designed designer designers designing designs desire desired desires desktop despair desperate
        desperately despite destination destroy destroyed destruction detaching detail detailed details
        detained detect detection detects determine determined determines determining detriment dev
        devastating develop developed developers developing development developments develops device devices
        devoted devotion devs diagnosis diagram diagrams dialog dialogue diameter dictionary did didn die died
        dies diese diesem diesen dieser dieses diet differ difference differences different differently
        difficult difficulties difficulty dig diggin digging digit digital dignified diligent diluted dilutive
        dime dimension diminishing dining dinner dinosaurs dip dipped dipping dir dire directed direction
        directions directly director directories directory direkt dirty disable disadvantage disagreement
        disappear disappearance disappeared disappearing disappears disappointed disasters disc discard
        discarded discern discerning discharged discipline disclose disclosed disclosing disclosure discomfort
        disconnect disconnected discount discourse discover discovered discovering discovers discovery
        discrepancy discrete discrimination discuss discussed discusses discussing discussion discussions
        disease disk display displayed displaying displays disposable disposal dispute disputes disregard
        disruption distance distanced distant distinct distinction distinctive distracted distracting
        distraction distractions distressing distribute distributed distributing distribution distributions
        disturbing dive diverse diversity dives divide divided dividend dividends divine diving divisions doc
        doch dock docs doctor doctors document documentation documented documents does doesn dogfood doing
        dollar dollars domain domains domestic dominance dominant dominate dominated dominates dominating don
        donation done doodle door doors dotfiles dots doubt doubts down download downloaded downloading
        downloads downright downside downsides downstream downtime downtown downturn dozen dozens draconian
        draft drag dragged drain drama dramatic dramatically drastically draw drawing drawings drawn dream
        dreaming dreams dress drinking drinks drive driven driver drivers drives driving drop dropped dropping
        drops drove drug drugs drums drunk dry dual dubious dude due dull dumb dump duplicate duplicates
        duplicating durability duration during dusty duties dynamic dystopian each eager earlier earliest
        early earn earned earnings earnout ears earthquake ease eases easier easiest easily easy eat eaten
        eating ebook echte echten economic economically economics economies economy ecosystem edge edges edit
        edited editing editor editors educate educated education educational educator effective effectively
        effects efficacy efficiency efficient efficiently effort effortless efforts egg eigenen eight ein eine
        einem einen einer eines einfache einige einmal either elaborate elderly elect elected elections
        electric electronically elegance elegant element elements elevated eligible eliminate eliminating
        elimination else elsewhere email emailed emails embedded embedding embodies embrace embracing emerge
        emergency emerging emissions emoji emotional emotions empathy emphasis empires employed employee
        employees empty emulate emulator enable enabled enables enabling enchanted enclosures encode encoded
        encoding encounter encountered encountering encounters encourage encouraged encourages encouraging
        encrypted encryption end endeavor ended ending endless ends enduring enemies enemy energy enforce
        enforced enforcement engage engaged engagement engaging engineered engineering engineers engines
        enhance enhanced enjoy enjoyable enjoyed enjoying enjoyment enjoys enorme enormous enough ensuing
        ensure ensures ensuring enter entered entering enters enthused entire entirely entirety entities
        entitled entity entrance entrances entries entropy entry entwickeln enum environment environments
        ephemeral episode episodes equal equality equally equals equipment equipped equity equivalent era
        erasure ereader error errors ersten escalated escalating escrow especially essay essence essential
        essentially establish established establishing estate estimate estimated estimates estimating etc
        ethical euch euro evaluate evaluates evaluating evaluation even evening evenly events eventually ever
        every everybody everyday everyone everything everywhere evident evoke evolution evolved evolving exact
        exactly exam examine examined examining example examples exceed excellent except exception exceptional
        exceptions excerpt excess exchanged exchanges exchanging excited excitement exciting exclude excluded
        excludes excluding exclusion exclusive exclusively excuse execute executed executes executing
        execution executives exempt exemption exemptions exercise exercised exercises exhausted exhaustive
        exhibition exist existed existence existential existing exists exit expand expanding expands expansion
        expect expectations expected expecting expects expenditures expense expensed expenses expensive
        experience experienced experiences experiencing experiment experimental experimenting experiments
        expert expertise experts expiration expired expiring explain explained explaining explains explanation
        explanations explicit explicitly exploded exploit exploitation exploration explore explored explores
        exploring explosion export exported exporting exports expose exposed exposing exposition exposure
        expressed expressing expression expressions expressly extend extended extends extension extensions
        extensive extensively extent exterior external extra extract extracted extracts extraordinary extreme
        extremely eye eyeballs eyes fabric face faced faces facet facial facilitate facilitating facilities
        facing fact facto factor factories factors factory facts faculty fad fade fail failed failing failings
        fails failure failures fair fairly faith fake fallback fallen falling falls false falsely familiar
        familiarity families family famous famously fan fancy fans fantastic far fare farm farmer fascinated
        fascinating fascination fashion fast faster fat fate father fatigue fault faults favor favorite
        favorites favourite fear feared fearful fearless fears feasible feat feature featured features
        featuring federal fee feed feedback feeding feeds feel feeling feelings feels fees feet fell fellow
        felt female fend few fewer fiber fiction fictional field fields fifth fight fighting fights figure
        figured figures figuring file filed files filing fill filled filling fills film films filter filtering
        filters final finally finances financial financially financing find findet finding finds fine fined
        finger fingers finish finished finishes finishing finite fired fires firewall firing firm firmly firms
        firmware first fiscal fish fit fits fitting five fix fixed fixes fixing flag flagged flame flashing
        flat flavor flavors flaw flawed flaws fleeing fleeting flew flexibility flexible flies flights flip
        floating flood floor flourish flourishing flow flowers flowing flows flu fluctuations fluid fly flying
        focus focused focuses focusing fold folded folder folders folks follow followed followers following
        follows fond font fonts food foolish foot footage football footer footprint footsteps for forced
        forces forcing forecast forecasting foregoing foreign foreseeable forget forgets forgetting forgot
        forgotten fork formal formally format formation formats formatted formatting formed former forming
        forms formula forth forthcoming fortunate fortune fortunes forward fossil fostering fought found
        founded founder founders founding four fourth fractal fraction fractional fragile fragility fragmented
        frame frames framework frameworks franchise free freedom freeing freelance freely freeze frenzy
        frequency frequent frequently fresh friend friendly friends friendship from front frontend fronts
        frozen fruit frustrated frustrating frustration frustrations fuck fucking fuel fuels fulfill full
        fullscreen fully fun func function functional functionality functions fund fundamental fundamentally
        fundamentals funded funds funny furlough furnished further future gadget gain gained gains gameplay
        gamer games gaming gang ganz gap gaps gar garbage gardens garment gas gather gathered gathering gauge
        gave geared gebracht geek gem gems genau gender general generally generate generated generates
        generating generation generator generic generous genetic genetics genius genommen genuine genuinely
        geometric geopolitical gestellt get gets getting giants gibt gifs gift gig gigs ginning girlfriend
        girls gist give given gives giving glad gladly glance glass glasses glimpse globally glory glow glue
        glued goal goals goddamn goes going gold gone gonna good goodbye goodies goods goose gorgeous got
        gotta gotten governance governed governing government governments governor grab grabbed grace grade
        gradients gradually grandmother grant granted granularity graph graphical graphs grasp grateful grave
        gray great greater greatest greatly greatness grew grid grief grind grip groceries grocery ground
        grounded grounds groundwork groups grow growing grown grows growth grumpy guaranteed guarantees guard
        guess guessed guessing guest guests guidance guide guidelines guides guilty gun gut guy guys gym
        gyroscope haben habit habits hack hacked hacking hacks had hadn hair haircut half halfway hallway halt
        hammer hand handed handful handheld handing handle handled handles handling hands handy hang hanging
        happen happened happening happens happily happy harassment hard harder hardest hardly hardware harm
        harsh has hasn hat hate hated hates haul haunted have haven having head headed header heading
        headlines headphones heads healthy heap hear heard hearing heart heating heavily heavy hefty height
        heightened held helfen hell help helped helpers helpful helping helps hence her here herein hereof
        hereto herewith heritage heroin herself hesitate heuristic heute hey hidden hide hier high higher
        highest highlight highlighted highlighting highlights highly highs hilarious hill him himself
        hindrance hindsight hint hints hire hired hiring his historian historic historical historically
        histories history hit hits hitting hobbies hobby hockey hold holder holders holding holds hole holes
        holiday holidays holistic holy home homebrew homeless homemade homes hometown honest honey honeymoon
        honored honors hood hook hooked hop hope hoped hopeful hopefully hopes hoping horizontal horizontally
        horrendous horrible horribly horrific horrifying horror horrors horse hospitality hospitals host
        hostage hosted hosting hosts hot hotels hour hours household housekeeping houses housing how however
        hub huge human humanity humanly humans humble humility humor hundred hundreds hung hungry hunting
        hurdle hurt husband hybrid hyper hypotheses hypothesis hypothetical ich icon iconic icons icy idea
        ideal ideally ideas identical identified identifier identifies identify identifying identity
        ideological idiocy idle ignore ignored ignoring ihr ihre ihrer ill illegal illuminating illustrate
        illustration illustrations image imagery imagination imagine imagined imaging immediate immediately
        immer immigration impact impacted impactful impacts impairments imperfect implement implementation
        implemented implementing implements implication implications implicit implied implies imply import
        importance important importantly importing imports imposed imposes impossible impossibly impressed
        impression impressions impressive imprisoned impromptu improve improved improvement improvements
        improves improving inability inadvertent inaugural inbox incentive incentives inch inches incident
        include included includes including inclusion inclusive income incoming incompatible incompetence
        incompetent incomplete inconsistent inconvenience incorporate incorporated incorporating incorporation
        incorrect increase increased increases increasing increasingly incredible incredibly incur incurred
        indebtedness indeed indemnify indemnity independence independent independently index indicate
        indicated indicates indicating indication indicative indicator indicators indie indirect indirectly
        indispensable individual individually individuals indulge industrial industries industry inequality
        inevitable inevitably inexpensive inexplicably infected infections inflation inflection influence
        influenced influencer influential info inform informal information informed informing infrastructure
        infusion ingenuity ingredient ingredients inherent inherently inheritance inherited init initial
        initialized initially initiatives inject injuries injuring injury ink inner innovation innovations
        innovator input inputs ins insane inscrutable insecure insert inserted inside insight insightful
        insights insisted insisting insolvency inspiration inspire inspired inspires inspiring install
        installed installing installment installments instance instances instantly instead institutional
        institutions instruction instructions instrument instruments insufficient insurance intact intangible
        integral integrate integrated integrates integrating integration intellectual intelligence intelligent
        intended intends intense intensity intent intention intentional intentionally interact interacting
        interaction interactions interest interested interesting interests interface interfaces interference
        interior intermediate intern internal internally internals interpretation interpreted interrogate
        interrupt interrupted interruption intersection interval intervention interviews intimate into
        intricate intriguing introduce introduced introduces introducing introduction introductory intuitive
        invaluable invent invented invention inventive inverse invest invested investigate investigating
        investigation investigative investing investment investor investors invisible invite invited invites
        inviting invoking involve involved involvement involves involving ironically irony isn isolated
        isolating isolation issuable issuance issue issued issues ist itch items iterate iteration iterations
        iterative its itself jacket jail jar jaw jealous jede job join joined joining joins joint jointly joke
        jokes journaling journalism joy joyful judge judges judgment judgments juggle juice jump jumping
        junior junk just justified justify kann kaum keen keep keeping keeps kein keine kennen kept kernel key
        keyboard keyboards keynote keys keyword keywords kick kicked kicking kickstart kidnapped kids kill
        killed killing kills kind kinda kinds kitchen knew knife knock know knowing knowledge known knows
        kommt kurz label labeled labels labor labour lack lacking lackluster lacks lady laid land landed
        landing lands landscape lane lange language languages laptop laptops large largely larger largest
        laser lassen last lastest lasting late lately latency later latest latter laugh laughing launch
        launched launcher launches launching laurels law lawmakers laws lawsuit lawyers lay layer layers
        layout layouts lays laziness lazy lead leader leaders leadership leading leads leak leaked leaking
        leaks lean leaning leaps learn learned learning lease least leather leave leaves leaving led left
        leftover leg legacy legal legality legally legendary legible legislation legislative legit legitimate
        legs leisure length lengthy lens less lesser lesson lessons let lets letter letting level leveled
        levels leverage leveraging liabilities liability liberal libraries library licence license licenses
        licensing lid lie liegen liens lies life lifestyle lifetime lift lifted lifting light lighter lighting
        lightly lightning lights lightweight like liked likelihood likely likes likewise liking limelight
        limit limitation limitations limited limiting limits line lineage linear lined lines lineup lingering
        link linked linking links liquid liquidity list listed listen listened listener listeners listening
        listing lists lit literal literally literary literature little live lived lives living load loaded
        loading loads loan loans local locally located location locations lock lockdown locked locking locks
        log logged logic logical login logistics logo logs lone lonely long longer longest look looked looking
        looks looming looms loop loose loosely lose losers loses losing loss losses lost lot lots lottery loud
        louder love loved lovely loves low lower lowering lowest lows loyalty luck lucky lucrative lunch
        luxury lying lyrics machen machine machines macht macro macros made madness magazines magical
        magnitude main mainly mainstream maintain maintainable maintained maintaining maintains maintenance
        major majority make makers makes making mal malaise male males malls malware man manage managed
        management managers manages managing mandate mandatory manifest manipulate manipulating manipulation
        manner manual manually manufacturer manufacturers manufacturing many map mapped mapping marched margin
        marked market marketing marketplace markings marks markup marriage martial mask masks massive master
        mastered match matches matching materially materials math mathematics matter mattered matters mature
        matures maturity maxed maximize maximum may maybe mayor meals mean meaning meaningful meaningless
        means meant meantime measure measured measurement measurements measures measuring meat mechanical
        mechanics mechanism mechanisms media medical mediocre meet meeting meetings meets mehr mein member
        members membership meme memes memorable memories memory men mental mention mentioned mentioning
        mentions mentor menu menus merchants mere merely merge merged merits message messages messaging
        messing messy met metadata metaphor meter method methodologies methodology methods metric metrics
        microblog microblogs microphone mid middle middleware might migrate migrating migration migrations
        mild mileage miles milestone military million millions mind minds mindset mine mingle minimal
        minimalist minimum mining minor minority minute minutes mirror misery misleading miss missed misses
        missiles missing mission missions mistake mistaken mistakes mit mitigate mitigation mitts mix mixed
        mixing mixture moat mobile mod modal mode model modeled modeling models moderating modern modes
        modification modifications modified modifier modifiers modify modular module modules moment moments
        momentum monarch monitor monitoring monitors monsters month monthly months mood morally more morning
        morphing most mostly mother motion motivated motivation motor mount mountains mounted mounting mounts
        mouth move moved movement movements moves movie movies moving much mud mulls multi multimedia multiple
        multiplied multiply multiplying mundane murdered murderous muscle musical musicians muss must mutual
        myself mysteries mysterious mystery nach nagging nail naive naked name named names namespace naming
        narrative narrow nascent nasty nationwide native natively natural naturally nature navigate navigating
        navigation near nearby nearly neat necessarily necessary need needed needing needs negative negotiate
        negotiation negotiations neighbor neighborhood neighborhoods neighboring neighbors neither nerd
        nervous nested network networking networks neue neues neural neutral neutrality never new newer newest
        newly newsletter newsletters newspaper newspapers next nginx nice nicely niche nicht nichts nie night
        nine nobody noch nodes nog noise noisy nominee non none nonlinear nonprofit nonsense nor normal
        normally norms nostalgia not notable notably notation note notebook notebooks noted nothing notice
        noticeable noticed notices noticing notification notifications notified noting notion notoriously
        novel novelty now nowadays nowhere nuanced nuclear nuisance number numbers numerous nur nutrient nuts
        nutzen object objectives objects obligations obscure observation observations observe observed
        obsession obsolete obtain obtained obvious obviously occasion occasional occasionally occur occurred
        occurrence occurrences occurring occurs ocean oceans odd oddball oddities odds oder off offen
        offensive offer offered offering offerings offers office offices official officially officials offline
        offload offset oft often oil okay old older oldest omit once one ones ongoing online only onto ooomph
        opaque open opened opening openly opens operate operated operates operating operational operations
        operator operators opinion opinions opponents opportunities opportunity oppose opposed opposite
        opposition opt optimal optimism optimistic optimization optimizations optimize optimized option
        optional options orchestrates order ordered ordering orders ordinary organic organization
        organizational organizations organize organized organizers origin original originally origins other
        others otherwise ought our ours ourselves out outage outages outbreak outcome outcomes outdated
        outlets outlined outlines outlook output outputs outrageous outside outstanding outweigh over overall
        overcome overkill overlap overlooked overly override overseas oversees oversight oversized overview
        overwhelm overwhelmed overwhelming owed own owned owner owners ownership owning owns oxygen paar pace
        pack package packages packaging packed packing packs pad padding pads page pages pagination paid pain
        painful paint painting pair paired pairs pal palpable pandemic panel panic pants paper papers par para
        parade paradigms paragraph parallel parameter parameters parent parents parking parse parser parsing
        part parte partial partially participants participate participating participation particular
        particularly parties partly partner partnership partnerships parts party pass passage passed passenger
        passing passion passionate passions password passwords past paste pasting patch patches patented
        patents path paths pathways patients patrol pattern patterns pause paved pay payable paying payment
        payments payout pays peacefully peak peculiar peek peer peers pen penalty pension people pepper per
        percent percentage percentages perfect perfection perfectly perform performance performances
        performant performed performers performing perfume perhaps peril perilous period periodic periodically
        periods peripheral perks permanent permanently permission permissions permit permitted persisted
        persistence persistent person personal personality personalized personally personnel persons
        perspective perspectives pertinent pet pharmaceutical phenomenon philosophical philosophies philosophy
        phone phones photo photograph photographs photography photos phrase physical physically physicians
        physics pick picked picking picks pickup picture pictures piece pieces pile pillars piloting pin
        pinpoint pipe pipeline pipelines piss pitch pitfalls pixel pixels place placed placement places
        placing plague plain plane planet planetary planets planned planning plans plant planting plants
        plastic plate platform platforms play playbook played player players playful playground playing plays
        pleasant please pleased pleasure plenty plot plots plotted plug plugged plugging plugin plugins plunge
        plus pockets podcast podcasting podcasts poems poet poetry point pointed pointer pointers points
        poised poking polar poles police policies policy political politicians politics polling ponder poodle
        pool pools poor poorly pop pops popular popularity populate populated population por porn port
        portability portable portfolio portfolios portion portions portrait portrayed ports poses position
        positioned positioning positions positive posits possess possession possessions possibilities
        possibility possible possibly post posted poster posting posts posture pot potato potential
        potentially pounds pour poured powder power powered powerful powering powerless powers practicable
        practical practically practice practices practicing practitioners praise pre preceding precious
        precise precisely precision predecessor predicate predict predictable predicted predicting prediction
        predictions predictive predictor prefer preference preferences preferred prefers preliminary premise
        premium prep preparation prepare prepared preparing prepay presence present presentation presentations
        presented presenting presently presents preservation preserve preserved preserving presidential press
        pressed pressing pressure pressures presumably pretend pretending pretty prevail prevalent prevent
        prevented preventing prevents previewing previews previous previously price prices pricing pricy prima
        primacy primarily primary primer principal principle principles print printed printer printing prior
        priorities prioritize priority prison prisoner prisoners privacy private privately privilege
        privileged probability probably problem problematic problems procedure procedures proceed proceeding
        proceeds process processed processes processing processor processors prodigy produce produced producer
        producers produces producing product production productive productivity products professional
        professionals profile profiles profiling profit profitable profits profound program programming
        programs progress progression progressive progressively project projected projects prominent promise
        promised promising promo promote promoted promoting promotional prompt prompting promptly prompts
        prone proof propaganda proper properly properties property proposal proposals propose proposed
        proprietary prospects prospectus protect protected protecting protection protections protective
        protest protests protocols prototypes proud proudly prove proved proven proverbial proves provide
        provided provider providers provides providing proving provisions provocative proximity proxy prying
        psychological psychology public publication publications publicly publish published publisher
        publishing pubs pull pulled pulling pulls pun purchased purchases purchasing pure purely purport
        purported purpose purposes pursuant pursue pursuing push pushed pushes pushing put puts putting
        qualifications qualified qualifies qualities quality quarantine quarter quarterly quarters que queer
        queries query question questionable questioned questioning questions queue quick quicker quickly quiet
        quieter quietly quirks quit quite quitting quiz quote quoted quotes rabbit race racial racism raft
        rain rains raise raised raises raising rally ramp ramping ran random randomly range ranges ranging
        rank ranking rant rapid rapidly rare rarely rate rated rates rather ratify rating ratings ratio
        rationale rave reach reachable reached reaches reaching reaction reactions reacts read readability
        readable reader readers readily reading reads ready real realise realised realising realistic
        realities reality realization realize realized realizing really rear reason reasonable reasonably
        reasoning reasons reassess reassure reboot rebound recalls recap receipt receive received receiving
        recent recently recession recipe recipes recipient recipients recital recognition recognizable
        recognize recognized recognizes recommend recommendation recommended recommends reconciliation
        reconsider record recorded recording records recover recovered recovering recovers recovery recur
        recurring recursively redeem redeemed redesign reduce reduced reducing reduction reductions redundancy
        redundant reeds reelection refactoring refer reference referenced references referral referred
        referring refine refined reflect reflected reflecting reflection reflects refresh refreshing refugees
        refund refuse refused refusing regard regarded regarding regardless region regional regions register
        registered registers registration regression regret regular regularly regulations regulator regulators
        regulatory rehearsal reinforced reinforcement reinvent reject rejected rejection rejects rejuvenated
        rel relate related relates relating relation relationship relationships relative relatively relayed
        release released releases releasing relegated relentless relevance relevant reliability reliable
        reliably reliance relied relies religious reload reluctance reluctant rely remain remainder remained
        remaining remains remarkable remarkably remarks remember remind reminded reminder reminders reminding
        reminds remote remotely removal remove removed removes removing renaissance rename render rendered
        rendering renew renewal renowned rent reopen reopening reopens reorganization repair repeal repeat
        repeated repeatedly repeating repeats repetitive replace replaceable replaced replacement replaces
        replacing replay replicating reply repo reported reportedly reporting reports repos repositories
        repository represent representation representative represented representing represents reproduce
        reproduced repurchase reputation request requested requests require required requirement requirements
        requires requiring requisite resale rescue research researcher researchers researching resemble
        reserved reset resets reshaped residents resign resignation resigned resilience resilient resist
        resolution resolutions resolve resolved resource resources respect respected respectful respecting
        respective respectively respects respond responded responding response responses responsibility
        responsible responsive rest restart restatement restaurant restaurants restore restricted restriction
        restructuring result resulted resulting results resume retail retailers retain retainers retaining
        retains retaliation retention rethink retire retired retirement retreat retrieve retrieved
        retrospective return returned returning returns reusable reuse rev revamped reveal revealed revealing
        reveals revenue reverse reversed review reviewed reviewer reviews revised revisions revive revolt
        revolutionary revolving reward rewarded rewarding rewards rewrite rhetoric rhythm rid ridden riddle
        riddled ride rider ridiculously riding right rightly rights rigorous rings rip rise rises risk risks
        risky rival rivers road robot robust rocks rocky rode role roles roll rolled rolling rolls romance
        romantic roof room root rooted rotating rotation rough roughly round rounds roundtable route router
        routers routine routinely routines routing rows rubber ruined ruins ruled rules ruling rumored rumors
        run rundown running runs runtime rush rushed sad sadly safe safely safer safety saga said sail sake
        salary sale sales salt same sample samples sampling sandboxed sane sang sanity sans sat satisfaction
        satisfy satisfying sauce save saved saves saving saw say saying says scalable scale scaled scaling
        scam scams scan scandal scanned scanner scanners scanning scans scarcity scared scary scattered
        scenario scenarios scene schedule scheduled schema scheme schemes schnell schon school schools
        schreiben scientific scientist scientists scoop scope scoring scratch screaming screen screens
        screenshot screenshots screw screwed screws script scripts scroll scrolling sealed seamlessly seams
        search searchable searched searches searching season seasoned seat seats second secondary seconds
        secrecy secret secretly secrets sector sectors secular secure secured securely securing security see
        seed seeing seek seeking seeks seem seemed seemingly seems seen sees segment segments sehen sehr sei
        sein seine seinen seiner seit seizure selbst select selected selecting selection selector self sell
        seller selling sells semantic semantics semi send sending sends senior sense sensitive sensor sensors
        sent sentence separate separated separation sequences sequential sequentially serial series serious
        seriously servants serve served server servers serves service services serving session sessions set
        sets setting settings settle settled settlement settlements settlers setup seven seventh several
        severance severe severely sex sexual sexuality sexually shadows shaker shall shame shape shaped shapes
        shaping share shared shareholder shareholders shares sharing shattered shattering she sheer sheets
        shelf shell shelter shelves shift shifting shifts shine shiny ship shipped shipping ships shirt shit
        shocked shocking shoe shoes shook shoot shooter shooting shop shopping shops short shortage
        shortcomings shortcut shortcuts shortening shorter shortly shot shots should shoulder shouldn show
        showcase showed shower showing shown shows shrink shrinking shrunk shut shutdown shuts shutting shy
        sich sick side sidebar sides sie sight sights sign signal signals signature signed significant
        significantly signing signs silence silent silently silly silver similar similarities similarly simple
        simpler simplicity simplification simplified simplifies simplify simplifying simply simulate simulated
        simulates simulators simultaneous simultaneously since sincere sind sing singer singing single singles
        sink sir sister sit site sites sits sitting situation situations six sixth size sizeable sizes
        skeptical skepticism skill skills skin skip skull sleep slew slice slides sliding slight slightly
        slipping slips slop slope slots slow slowdown slowed slower slowest slowing slowly slows sluggish
        slump small smaller smallest smarter smartphone smartphones smells smoke smoked smoking smooth snap
        snapshots sneaks snippets snow social societal society socio socket socks soft software solar sold
        soldier sole solely soliciting soll sollen sollte solo solution solve solved solves solving some
        somebody someday somehow someone something sometime sometimes somewhat somewhere son sondern songs
        soon sooner sophisticated sorely sort sorted sorting sorts sought sound sounded sounding sounds source
        sources sovereign sowohl soy space spacecraft spaces spaceship spam spanning spans spare spatial speak
        speaker speakers speaking speaks special specialists specialize specialized specializing specialty
        species specific specifically specification specifics specified specifies specify specs spectacle
        spectators spectrum speculating speculation speculative speech speed speeds speedy spells spend
        spending spent spiked spilled spin spinning spiritual spite split splitting spoil spoiled spoiler
        spoils spoke spoken spokesman sponsored sponsoring sponsors spontaneous sports spot spots spotted
        spotting spouse spray spread spreading spreadsheet spreadsheets squeeze stability stable stack staff
        stage stages staggering stairs stairwell stake stakes stall stamp stance stand standalone standard
        standardized standards standing standout stands staring stark start started starter starting starts
        startup startups stat state stated stateful statement static stating stations statistical statistics
        stats status stay stayed staying stays steadily steady steal stealing steep steht stellen stellt stems
        step stepped stepping steps stereo stick sticking sticks stiff still stimulus stock stockholders
        stocks stolen stood stop stopped stopping stops stored stores story storyboard storytelling straight
        strain strange stranger strategic strategically strategies strategist strategy stream streaming
        streamlining streams streets strength strengthen strengths stress stressful stretch stretches strict
        strictly strike strikes striking string strings strip strong stronger strongest strongly struck struct
        structs structural structurally structure structured structures struggle struggled struggling stuck
        student students studied studies studio study studying stuff stumbled stunning stupid style styles
        stylish sua subclass subject subjective submission submissions submit submitted subordinated subreddit
        subscribe subscribed subscriber subscribers subscribing subscription subscriptions subsequent
        subsequently subsidiaries subsidiary substance substantial substantially substitute subtle subway
        succeed succeeded success successes successful successfully successor such suck sucked sucks sudden
        suddenly sue suffer suffered sufficient sufficiently sugar suggest suggested suggesting suggestion
        suggestions suggests suicide suit suitable suite suited suits sum summarized summarizes summary summer
        sung sunny sunset superior supermarket supplement supplemental supplementary supplemented supplier
        suppliers supplies supply support supported supporter supporters supporting supports supposed
        supposedly sure surely surface surfing surged surprised surprises surprising surprisingly surrounded
        surrounding surveillance survey surveyed survived survivors suspect suspected suspects suspended
        suspense suspension suspicion sustain sustainability sustainable sustaining swap swapped swapping
        sweat sweaty sweet swimming swing switched switches switching swords symbol symbolic symbols sync
        synced syncing syncs syndication syntax synthetic system systems tab tabindex table tables tablet
        tablets tabs tacked tackle tackling tactics tag tagging tags take takeaways taken takes taking tale
        talent talented tales talk talked talking talks tall tallest tangible tank tanks tape tapping taps
        target targeted targeting targets task tasks taste tastes tasty taught tax taxes tea teach teacher
        teachers teaches teaching team teams tears tease tech technical technically technique techniques
        technological technology tedious teen teenage teeth telephone television tell telling tells tem
        temperature temperatures template templates tempo temporal temporarily temporary tempted tempting ten
        tend tendency tends tens tense tension tensions tenure ter term terminate terminated termination terms
        terrible terrific territory terrorist terse test tested testing tests tether tethered text texts
        textual texture than thank thanked thanks that the their them theme themes themselves then theoretical
        theories therapy there thereafter thereby therefore therein thereto thereunder thermal these thesis
        they thick thickness thin thing things think thinking thinks thinly thinner third thirteen this
        thorough thoroughly those though thought thoughtful thoughts thousand thousands thread threads threat
        threaten threatened threatening threatens threats three threshold threw thrilled thrilling thrive
        through throughout throw throwing thrown thumb thus ticket tickets tie tied tier ties tight till time
        timeless timeline timely timer timers times timing tiny tip tips tired title titled titles today todo
        todos toe toes together token tokens told tolerance toll tomorrow ton tonight too took tool tools
        tooth top topic topics topped torn torque torture tosses total totally touch touched touches
        touchscreen tough tourist tourists tournaments toward towards towering town toxic toys trace traces
        tracing track tracked tracker tracking tracks trade traded trader traders trading tradition
        traditional traditionally traffic tragedy trailer train trained training trains traits trajectory
        transaction transactions transcribed transcript transfer transferred transfers transform
        transformation transformed transition transitional transitioned transitions translates translating
        translation transparency transparent transport transportation trapped traps trauma travel traveling
        travelling travels tray treasure treat treated treating treatment treatments tree trees tremendously
        trends trial tribute trick trickier trickle tricks tricky tried tries trigger triggered triggering
        triggers trimming trip triple trips trivial trolls trouble troubled trucks true truly trust trusted
        trustee truth truths try trying tucked tune tuned tunnel turmoil turn turned turning turns tutorial
        tweaking tweet tweeted tweets twelve twice twist two type typed types typical typically typing
        typography tyranny ubiquitous ugly ultimately uma una unable unaffiliated unaudited uncertain
        uncertainties uncertainty unchanged unclear uncomfortable uncommon uncover und undefined under
        undergoing underlying underneath understand understandable understanding understands understood
        underway undisclosed undo unemployment unexpected unexpectedly unexplained unfamiliar unfortunately
        unhappy unheard uninteresting unions unique uniquely unit units universities unknown unless unlike
        unlikely unlimited unlock unlocked unlocking unnatural unnecessary unnervingly unpaid unplanned
        unprecedented unpredictable unrealistic unreasonable unrelated unrest unsecured unsettling unsure
        unsurprisingly unthinkable until untimely unusable unused unusual unveil unveiled unvested unwilling
        unwinding upcoming update updated updates updating upgrade upgraded upgrades upgrading upload upon
        upper uproar upset upside upward urge urged urgency urgent usability usable usage use used useful
        usefulness user username users uses using usual usually utilities utility utilize utilized utilizes
        utilizing utter utterly vacation vaccine vague vaguely valid validation valuable valuation valuations
        value valued values van vanilla var variable variables variants variations varies varieties variety
        various vary varying vast vastly vector vehicle vehicles vendor vendors venerable ventures venue verb
        verbal verification verified verify verloren vermieden versa versatile version versions versus
        vertical vertically very vessel vest vested vesting veteran via viable vibe vibes victim victims
        victory video videos viel viele vielleicht vier view viewed viewers viewing viewpoint views vignettes
        village villains vintage violation violence violent viral virtual virtually virtue virus visibility
        visible vision visit visited visiting visitors visits visual visualization visually visuals vital
        vocation voices volatile volatility volume volumes voluntarily voluntary volunteer volunteers vom von
        vor vote voted voters votes vulnerability vulnerable wages wagons wait waited waiting walk walked
        walks walled walls wander wandering want wanted wanting wants warehouse warehouses waren warm warn
        warned warning warnings warns warranties warrants wary was washing wasn waste wasted wasting watchdog
        watched watches watching water wave waves way ways weak weakness weaknesses wealthy weapon weapons
        wear wearing web webcast weblog website websites wedding weed week weekend weekly weeks weigh weighed
        weighs weight weighted weights weird weiter weitere weiteren welche welches welcome welcomed welcoming
        well wenn went werden were weren what whatever whatsoever wheel when whenever where whereas wherever
        whether which whichever while whilst white who whoever whole wholly whom whose why wichtige wide
        widely wider widespread widest widgets width wie wieder wife wiki wild wildlife wildly will willing
        win window winds wine wing winner winners winning wins winter wipe wiped wir wird wire wireless wires
        wirkt wisdom wise wisely wish wishes wishing wit with withholding within without witnessed woes woke
        wollen woman women won wonder wondered wonderful wonderfully wondering wood wooden wool word worden
        words work workaround worked worker workers workflow workflows working workload workplace works
        workshop workshops workspace world worlds worldwide worn worried worries worry worrying worse worth
        worthless worthwhile worthy would wouldn wrap wrapped wraps wrenches wrestling wrist write writer
        writers writes writing written wrong wrote wurde xmlns yard yeah year yearly years yell yes yesterday
        yet yield you young younger your yours yourself zip zipping zum zur zusammen zwei zwischen
        """
}
