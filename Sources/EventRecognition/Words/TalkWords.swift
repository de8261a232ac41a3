/// Words by what they tell of the talk around a name: see `WordTalk`.
///
/// Words of trade, of other things and of what companies do are everyday English, as any dictionary has it. A word is
/// `twofold` where a dictionary has it, a list of given names or surnames, or a gazetteer as a town of some ten
/// thousand people or more; none is there for being a company's.
enum TalkWords {
    static let all: [(WordTalk, String)] = [
        (
            .trade,
            """
            shares share stock stocks shareholder shareholders investor investors investment investments dividend dividends buyback
            buybacks earnings revenue revenues profit profits profitability loss losses sales margin margins guidance
            outlook outlooks forecast forecasts estimate estimates consensus quarter quarterly premarket
            analyst analysts broker brokerage bank banks banker bankers lender lenders loan loans creditors bondholders
            notes bond bonds debt ipo offering stake stakes takeover merger buyout acquisition bid bidder bidders deal
            deals unit units division arm subsidiary spinoff brand brands business businesses ceo cfo coo chief
            executive executives chairman board boss management activist proxy directors adviser advisers auditor
            plant plants factory factories warehouse warehouses store stores shop shops outlet outlets mill mills mine
            mines refinery line lines fleet headquarters offices branches warehouses distribution supplier suppliers
            supply customer customers client clients users user subscribers subscriptions subscription consumers shoppers
            buyers vendor vendors contractor contractors dealer dealers franchisee franchisees distributor reseller
            order orders backlog contract contracts shipments shipping inventory production output capacity
            demand price prices pricing cost costs tariff tariffs rates fee fees premiums market markets marketing
            advertising ads ad campaign product products launch rollout platform software service services model models
            chip chips drug drugs therapy trial trials patent patents license licence licensing royalty royalties fda
            regulator regulators regulatory antitrust approval clearance lawsuit lawsuits suit suits settlement
             probe recall recalls recalled restock jobs layoffs workers staff workforce employees salaried union
            posts hiring restructuring bankruptcy chapter insolvency turnaround costs savings cuts
            sale sales asset assets portfolio fund funds partner partners partnership alliance venture
            rival rivals competitor competitors industry sector maker makers retailer chain carrier airline automaker
            insurer utility operator owner startup manufacturer developer miner drugmaker chipmaker lenders
            technology cloud data ai network broadband spectrum capex expansion growth rebound
            annual fiscal upgrade downgrade rating equity valuation
            deposits mortgage mortgages originations annuity annuities underwriting claims policyholders delinquencies
            pipeline drilling acreage wells rigs barrels rig drillship turbine turbines megawatt gigawatt
            flights routes passengers fares cargo freight containers railcar railcars vessels truck trucks vehicles
            ev evs cars sedans pickups suv suvs batteries chargers components parts
            retail wholesale checkout merchandise apparel franchise locations restaurants menu
            discounts promotions warehouses semiconductor semiconductors wafers servers routers
            casino hotel hotels resorts rooms bookings cruise tenant tenants lease leases rent rents property landlord
            landlords homebuilder mall malls patients insurers payout payouts compensation
            rollup refinancing refinance repurchase convertible covenant liquidity cash bailout
            exports imports procurement invoice tender tenders rights prototype prototypes robots
            automation workloads app apps advertiser advertisers streaming carriage ratings buy sell acquire merge invest settle divest refinance lift trim policies
            delivery deliveries dayrates charges charge writedown impairment reserve reserves provision provisions
            billion bln mln headcount conglomerate takeover divestiture goods grocery groceries
            distributors wholesaler suppliers toymaker pill pills device devices vaccine vaccines biotech
            smartwatches smartphones homeowners flagged trimmed hiked curtailed refinanced restructured idled transceivers electricity grid debtholders leaseback founder founders spokesman spokeswoman
            """
        ),
        (
            .elsewhere,
            """
            match matches game season league cup coach striker midfielder goalkeeper defender quarterback wicket wickets
            innings overtime championship championships champion champions tournament playoff playoffs semifinal final
            finals medal medals olympic olympics athlete athletes runner runners marathon race racing rider cyclist
            cyclists golfer golf tennis boxer boxing wrestling cricket rodeo football soccer rugby hockey basketball baseball
            nba nfl nhl mlb ufc fifa squad teammate fans tries touchdown inning draft
            roster pitcher batsman bowler stadium pitch referee relegated promoted tackle guard
            actor actress singer rapper band album concert film movie novel novelist poet poem poems painter painting
            paintings sculpture exhibition exhibit festival orchestra opera theatre theater playwright comedian comic
            celebrity award awards oscars grammy emmy biopic documentary memoir biography premiere cast musician song
            songs jazz dance ballet museum gallery statue portrait pageant choir sitcom
            mayor governor senator senators senate congress congressman congresswoman lawmaker lawmakers parliament
            minister ministers premier prime election elections vote votes voters ballot
            referendum campaigners envoy ambassador democrat democrats republican republicans tory tories labour caucus
            coalition council councillor councillors county town towns township village villagers residents mosque
            church bishop archbishop pope cathedral synod parish pastor preacher monastery temple nun
            police officer sheriff firefighters firefighter fire fires arson murder killed kills kill dead death deaths
            died dies injured injures wounded shooting stabbing gang suspect suspects arrested jailed prison inmate
            sentenced bail robbery burglary thief thieves stolen victim victims missing rescued rescuers
            rescue crash crashes collision derails sinking drowned hostage hostages hijack smuggling
            storm storms hurricane cyclone tornado flood floods flooding monsoon drought heatwave blizzard snow snowfall
            fog rain rains weather forecasters temperatures thunderstorm earthquake quake tsunami volcano eruption
            lava landslide avalanche wildfire wildfires blaze frost tide tides
            school schools pupil pupils students student teacher teachers university college professor graduate graduates
            campus dean provost kindergarten library librarian classroom dormitory
            army troops soldiers soldier navy ceasefire rebels rebel militia airstrike shelling
            refugees refugee migrants peace treaty un summit border embassy
            species bird birds bear bears wolf wolves whale whales shark sharks dolphins turtle turtles bee bees
            forest rainforest deforestation river lake glacier reef island islands mountain valley creek bay beach
            beaches trail hikers hiker climber climbers kayakers kayaker swimmer swimmers surfer surfers paddlers reservoir
            habitat lion zoo panda wildlife cat cats dog dogs horse horses castle castles conservationists endangered penguins salmon orchard orchards bloom blossom
            tribe tribes tribal ancient archaeologists archaeologist tomb fossilised skeleton prehistoric medieval
            dinosaur relic hoard shipwreck roman mummy pharaoh dynasty myth legend hammer pendant excavation
            planet asteroid comet telescope astronomers galaxy moon orbiting eclipse
            wedding bride husband wife widow funeral birthday baby toddler teenager teenagers grandmother boy girl kids diary
            children mum mom dad family neighbours neighbors pensioner pensioners tourist tourists pilgrims
            recipe recipes cook cooking tips guide ways chef garden gardeners gardening
            infection outbreak cholera measles virus malaria
            parade art artist artists crowd crowds pride protest protests protesters marchers march curfew riot riots statue monument
            jury murderer fraudster racket encampment
            plot plots spy spies espionage allies siege sieges knights hoax conspiracy theory puzzle crossword horoscope
            """
        ),
        (
            .act,
            """
            hires appoints names taps poaches buys acquires sells divests spins lists launches unveils rolls ships recalls raises
            lifts boosts hikes trims slashes axes sheds furloughs shuts shutters idles mothballs restarts
            halts expands invests borrows refinances repurchases prices redeems sues settles posts reports books logs
            narrows widens tops forecasts guides expects reaffirms reiterates suspends reinstates declares weighs mulls
            explores considers inks lands secures nabs snags bags clinches partners collaborates supplies licenses outsources
            relocates consolidates restructures reorganizes reorganises rebrands delists reroutes curtails ramps
            tees scraps delays defers rebuffs spurns finalizes finalises completes pilots debuts discontinues sources
            flags discloses bumps leases bundles distributes refiles writes upsizes prepays hedges monetizes recapitalizes
            lays opens closes adds cuts plans signs pulls shifts moves tests hikes trims targets swings buys exits pauses overhauls
            upgrades lowers licenses markets ousts replaces deploys selects offers merges combines
            """
        ),
        (
            .does,
            """
            forces compels pressures prompts questions fines probes investigates summons grills challenges punishes sanctions
            says wins takes gets gives goes puts sends stops starts begins asks faces falls rises leads joins holds
            keeps makes loses gains slides slips drops sinks jumps soars surges tumbles plunges climbs steals hands
            picks chooses trades carves owns operates blames admits denies reveals confirms warns promises stumbles
            rallies seeks eyes sees builds beats misses bans bars bids quits agrees accuses rejects enters leaves
            backs cancels withdraws returns pushes updates revises tweaks accepts approves uses brings orders bets
            battles fights loans lends sets pays turns wants needs tells urges calls leans pledges vows helps lets
            lures courts teams bridges parks rents drives delivers generates produces reaches releases introduces
            removes drags tightens loosens deepens eases flies finds powers redesigns cites tries spends saves rides
            tracks strikes hunts hails touts boasts braces nears outlines details defends tempers trails beefs ups
            scoops swallows grabs skips rebuilds reworks rethinks retools refocuses retreats resumes reopens ends
            hits ties enlists extends merges combines frees freezes fires sticks settles charges doubles triples
            scales stakes reserves issues files lures gambles hints confirms hits shortens lengthens presses awaits
            widens broadens speeds slows doubles halves absorbs revives renews reduces improves expects earns hopes
            considers eliminates creates develops designs drafts adopts appeals argues embraces ditches drops favors
            favours folds gathers grows heads installs kicks limits maintains manages moves obtains opposes outlines
            overtakes plugs presents probes promotes proposes provides publishes purchases pursues rejoins
            relaunches remains removes renames responds retains retires satisfies shelves shows signals simplifies
            spends spots staffs steers stretches submits supports suffers switches teases topples trains transfers
            treats unloads vacates values wagers widens winds wraps said asked lost won sank rallied fell rose
            gained dropped warned agreed raised cut bought sold announced posted reported launched opened closed
            hired named signed rules nibbles sails reels pours plows ploughs pivots renegotiates rehires reassigns
            reassures rejigs resists restates restocks resets reshuffles resolves restores retracts reverses rips
            sacks scrambles scrutinizes separates serves shakes shies shrinks shrugs sidesteps sits squeezes stands
            stays steadies subpoenas swipes tackles tallies throws thrives totals transforms tunes unseats unwinds
            upends vets vetoes vies wades welcomes whittles withholds withstands woos writes yanks abandons
            accelerates achieves activates adapts adjusts advances advises affirms aims allocates allows amasses
            amends amplifies apologizes apologises applies arranges assembles assures attracts averts avoids bails
            balks becomes believes blasts bolsters bristles brushes bucks bulks cedes celebrates chops clashes
            clears clings comes commits competes complains complies concedes concludes conducts confronts contends
            continues converts crunches culls curbs dangles decides decries defeats defies demotes departs depends
            describes deserves devotes digs dips disappoints dismisses dissolves dodges dominates donates downplays
            downsizes drains dwarfs earmarks ejects elevates embarks emerges empties enables encourages endorses
            endures engages enhances enjoys ensures entices equips erases escalates escapes establishes evacuates
            evaluates exceeds excludes exhausts exposes fails feels fends flees flips flouts flunks follows forges
            forgoes funnels furnishes grapples greenlights grills harnesses honors hunkers ignites ignores imposes
            impresses inches incurs informs inherits initiates injects insists inspects integrates intends
            intensifies intervenes investigates invites involves jettisons jostles juggles justifies lacks lags
            languishes lashes latches learns lingers locates looms meets migrates mounts navigates negotiates
            notches notifies nudges offloads omits opts orchestrates overcomes overpays oversees overturns peddles
            penalizes pleads plummets pounces prefers prepares preserves prevails prevents prods prompts propels
            protects proves prunes punishes qualifies quadruples quells rakes rattles reacts readies reaps
            reassesses rebounds reckons reclaims recommends reconsiders recoups recovers redraws refers reflects
            refrains refuses regains reinforces reinvents reinvests relents relies relinquishes remakes remodels
            repays repeats repositions requires rescinds resells resigns resurrects retaliates revamps revisits
            rewrites roars salvages scolds scours seizes severs shines shortlists showcases shuffles shuns sidelines
            smashes snubs spars spawns specifies spooks stabilizes staves stockpiles strengthens subsidizes succeeds
            succumbs supplants surpasses surrenders survives sustains sweeps sweetens tacks tempts terminates
            throttles thwarts trebles triumphs tussles underperforms undercuts undergoes undertakes unifies unites
            unlocks unravels upholds uproots vaults waives wanes wavers wields wobbles wrestles slashed halted fired
            beat missed filed sued paid topped tumbled slid jumped soared surged plunged climbed slipped swung
            doubled tripled struck offered acquired completed appointed recalled suspended withdrew drew spent hit
            drove saw
            fines dumps outbids
            exits charters
            shed pulled gave ended went took made left lifted paused delayed lowered trimmed boosted finished
            prevailed swallowed quit dismissed pushed failed called emerged settled unloaded unveiled renamed
            reopened spun fined told charged ordered urged accused outbid wooed courted rescued bailed divested
            poached reached secured scrapped axed sought weighed explored backed dumped picked chose replaced ousted
            merged unwound exited entered expanded invested borrowed refinanced restructured idled shuttered
            mothballed revived rejected rebuffed accepted approved blocked cleared probed raided disclosed
            """
        ),
        (
            .infinitive,
            """
            force let press pressure
            get give hand put send stop ask face take bring test pull push bring enter exit leave drop use run offer shift trial
            reroute weigh seek ramp keep return join back post boost fund shutter idle pause license bring supply ship lease
            see say cut raise report plan rise fall gain slip jump beat miss agree win lose hold pay bet fight avert
            settle revive trade race clash spar battle vie unveil announce expect warn sign slash hike halt explore
            trim clinch bid soar slide tumble sink surge climb fine sue probe
            refund repay charge outbid merge
            swallow absorb combine acquire sell add fly
            """
        ),
        (
            .twofold,
            """
            intel corning ardmore whirlpool hershey ashland snowflake peloton thor sonora brookfield woodside kimball bristow nice fairfax
            freeport peabody oshkosh weatherford goodyear boise clearwater montrose newbury ashford westport
            woodbridge kearny wheaton erie thomson churchill canterbury harley lamar levi kaiser merrill getty
            malibu cullen westwood putnam leonardo armour lehman sundance norwood lennox worthington sparta sonoma
            tennant vail dorchester templeton minerva ellsworth wabash pershing atlantis mueller avery goldman
            virgin mega nordic electra sensei mach valkyrie midwest eldorado shenandoah riverview clearfield latham
            manitowoc northfield rimini redhill denison buenaventura kawasaki murata toro regis playa dorian roper
            bain mcgrath berkshire saul julius horace royce cass maui
            """
        ),
    ]

    /// Lines of business: words of names that tell it, and words of texts that talk of it.
    static let lines: [(names: String, words: String)] = [
        (
            "airlines airways air airline aviation mobility",
            """
            airline airlines airport airports flight flights fly flies flying flew pilots pilot aircraft jet jets passengers
            fares carrier cabin route routes faa boeing airbus seats redeye plane planes seat seating boarding legroom layover
            """
        ),
        (
            "financial bancorp bancshares bank bancorporation banc bankshares savings credit finance lending",
            """
            bank banks banking lender lenders loan loans borrowers deposits depositors branch branches mortgage mortgages
            credit card cards overdraft wealth asset pension checking fdic delinquencies originations lending check
            """
        ),
        (
            "insurance assurance reinsurance casualty indemnity financial",
            """
            insurer insurers insurance premium premiums policyholders underwriting catastrophe claims annuity annuities
            reinsurer reinsurance insured homeowners hail pension
            """
        ),
        (
            "energy oil petroleum gas resources exploration midstream drilling offshore pipeline oilfield",
            """
            oil gas wells drilling rigs rig frac fracking shale barrels acreage crude lng pipeline pipelines bakken permian
            anadarko drillship refinery refining refiner fuel output
            """
        ),
        (
            "energy power electric utilities utility edison gas solar nuclear renewable",
            """
            utility power grid ratepayers electricity coal nuclear solar wind turbines reactor outage outages transmission
            megawatt megawatts gigawatt gigawatts meters blackout monopile battery rates rate
            """
        ),
        (
            """
            pharmaceuticals pharmaceutical therapeutics biosciences bioscience biopharma pharma biotech biologics oncology
            medicines genomics biotherapeutics laboratories biopharmaceuticals
            """,
            """
            drug drugs trial trials patients patient fda pill therapy therapies vaccine vaccines obesity cancer disease study
            dose dosing dosed antibody biotech tumor gene clinical phase sickle treatment lupus depression psoriasis
            pharma generics drugmaker drugmakers biotechs medicine medicines insulin glucose
            """
        ),
        (
            "health healthcare medical care surgical diagnostics scientific instruments",
            """
            hospital hospitals patients medicare medicaid insurers insurer members clinics clinic surgeons device devices
            implant implants physicians medical health plan plans enrollees glucose insulin sensors diagnostics
            """
        ),
        (
            "motor motors automotive auto mobility parts",
            """
            car cars truck trucks suv suvs ev evs sedan sedans pickup pickups vehicle vehicles automaker automakers carmaker tire tires dealers recall
            battery batteries chargers assembly uaw hybrids hybrid
            """
        ),
        (
            "foods food brands beverage beverages farms meats snacks brewing bakeries",
            """
            food foods meat chicken pork beef poultry eggs cereal snack snacks bread baker beer brewer brewery soda drink
            drinks cracker crackers cookies grocery groceries flavors cocoa chocolate candy sugar wheat flour wine
            spirits convenience
            """
        ),
        (
            "restaurants restaurant grill coffee pizza",
            """
            restaurant restaurants menu burger burgers diners franchisees franchisee breakfast meals chicken pizza coffee
            burrito burritos
            """
        ),
        (
            "stores store market markets outfitters apparel sports outdoors retail fashion clothing wholesale farmers sporting goods",
            """
            store stores shoppers retailer retailers shops apparel sneakers merchandise grocer mall malls discounts clothing
            jeans fashion watch watches outlets sporting goods
            """
        ),
        (
            """
            software technologies technology systems data digital platforms networks computing interactive cloud security
            video communications design information
            """,
            """
            software cloud ai app apps users cyber hackers router routers servers server platform developers videogame console
            video licensing scanners smartphones smartphone advertisers teen laptops runtime antivirus passwords
            """
        ),
        (
            "semiconductor semiconductors micro devices photonics",
            "chip chips chipmaker chipmakers wafers fab fabs silicon processor processors memory cores transceivers foundry"
        ),
        (
            "communications telecom telecommunications wireless cable broadband mobile broadcasting",
            "broadband internet wireless spectrum subscribers cable carriage telecom fiber phone network 5g blackout"
        ),
        (
            "entertainment media broadcasting studios pictures theatres gaming",
            """
            streaming casino casinos slots theatres theaters cinema cinemas carriage subscribers channel channels hollywood
            studio studios moviegoers
            """
        ),
        (
            "property properties realty estate reit homes housing residential storage",
            """
            property properties mall malls outlet outlets tenants tenant rent rents landlord landlords leases apartments homebuilder
            lots buildings warehouses
            """
        ),
        (
            "hotels hotel resorts cruise cruises hospitality lodging travel vacations expeditions",
            "hotel hotels rooms resort resorts cruise cruises bookings franchisees berth berths franchise gaming casino casinos"
        ),
        (
            "gold silver mining metals minerals copper lithium uranium steel aluminum resources materials mines",
            """
            mine mines miner gold copper lithium ore smelter tonnes ounces uranium steel aluminum stone aggregates
            cement quarry quarries furnace coil coils
            """
        ),
        (
            "line lines freight trucking transport transportation logistics shipping rail railway railroad maritime tankers freightways",
            """
            freight trucking drivers shipments cargo containers railcar railcars railroad vessel vessels tanker
            tankers logistics parcel parcels truckload
            """
        ),
        (
            "aerospace defense aviation space",
            "aircraft defense pentagon missile missiles jets engines helicopter helicopters satellites shipyard"
        ),
        (
            "chemical chemicals materials plastics paper packaging",
            "chemical chemicals ethylene plastics resin cracker paper pulp packaging phosphate potash maleic"
        ),
        ("services waste environmental", "landfill landfills trash hauler waste recycling garbage"),
        ("education learning", "tuition courses enrollment"),
        ("electric automation machinery industrial", "factory factories automation machines equipment"),
    ]
}
