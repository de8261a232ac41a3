/// The words the engine knows by itself. Everything an operator might want to change is in the rule pack instead.
enum WordLists {
    static let all: [(WordClass, String)] = [
        (
            .function,
            """
            a an the this that these those as at by for from in into of off on onto out over to up with without within
            under upon until since after before during amid among against about above across along around behind below
            beneath beside besides between beyond despite down except inside like near outside past per than through
            throughout toward towards underneath versus vs via because although though while whereas if unless whether
            when where why how what who whom whose which and or but nor so yet i you he she it we they me him her us
            them my your his its our their mine yours hers ours theirs is are was were be been being am has have had
            having do does did doing will would shall should can could may might must not no yes also too very just
            only even still again further then once here there all any both each few more most other some such own
            same now today yesterday tomorrow tonight meanwhile however therefore moreover furthermore additionally
            separately earlier later recently previously formerly currently re fw fwd rt ago
            breaking exclusive update updated correction corrected report reports reportedly opinion analysis watch
            following according including ahead amidst every many much several another non
            """
        ),
        (.connector, "and of the de la le les des du del della di da do dos e y et und van von der den"),
        (
            .verb,
            """
            names named naming appoints appointed appointing hires hired hiring taps tapped tapping promotes promoted
            elects elected elevates elevated picks picked chooses chose selects selected adds added welcomes welcomed
            recruits recruited poaches lures installs unveils unveiled launches launched launching introduces
            introduced announces announced announcing reports reported reporting says said saying tells told warns
            warned expects plans planned planning seeks sought wins won winning loses lost losing cuts cutting slashes
            slashed axes axed sheds lays laid buys bought buying acquires acquired acquiring purchases purchased
            purchasing sells sold selling merges merged merging closes closed closing completes completed completing
            signs signed signing joins joined joining leaves left leaving resigns resigned steps stepped stepping
            oks okays retires retired retiring departs departed exits exited quits succeeds succeeded replaces replaced becomes
            became takes took taking raises raised raising secures secured securing lands landed receives received
            receiving gets got bags nabs snags snares invests invested investing leads led leading backs backed files
            filed filing sues sued suing settles settled agrees agreed agreeing enters entered entering opens opened
            opening expands expanded expanding builds built building moves moved moving extends extending
            reveals revealed confirms confirmed denies denied discloses disclosed suffers suffered hit hits faces faced
            recalls recalled withdraws withdrew suspends suspended halts halted delays delayed rejects rejected accepts
            accepted approves approved declares declared posts posted beats beat misses missed lowers lowered lifts
            lifted boosts boosted gains gained falls fell rises rose jumps jumped drops dropped surges surged soars
            soared slides slid tumbles tumbled plunges plunged climbs climbed shares sees saw eyes eyed mulls weighs
            considers considering explores exploring nears gives gave makes made making brings brought offers offered
            offering provides provided providing delivers delivered delivering helps helped helping enables enabled
            shows showed features featured hosts hosted presents presented celebrates celebrated honors honored
            recognizes recognized receives ranks ranked earns earned achieves achieved reaches reached surpasses
            marks marked begins began starts started starting stops stopped ends ended continues continued remains
            returns returned retains retained engages engaged partners partnered teams collaborates selects awards
            awarded grants granted gets issues issued prices priced upsizes commences commenced initiates initiated
            discusses discussed urges urged calls called asks asked claims claimed accuses accused charges charged
            fires fired ousts ousted sacks sacked restructures restructured reorganizes reorganized consolidates
            shutters shuttered relocates relocated rebrands rebranded renames renamed spins spun divests
            divested proposes proposed deploys deployed implements implemented adopts adopted migrates migrated goes went comes came
            puts put sets set keeps kept holds held pays paid tops topped doubles doubled triples tripled trims trimmed
            pauses paused restarts restarted idles idled slows slowed upgrades upgraded
            combines combined strengthens strengthened accelerates accelerated grows grew targets targeted want wants
            wanted vows vowed pledges pledged
            finalizes finalises outlines reaffirms reiterates furloughs refinances repurchases inks clinches scraps
            delists curtails overhauls discontinues monetizes monetises recapitalizes outsources spearheads
            solidifies streamlines certifies inaugurates unites obtains attains debuts showcases demonstrates amends
            terminates publishes hails touts exceeds outpaces bolsters broadens deepens enhances reinforces turns
            schedules convenes congratulates applauds commends submits advances clears grabs scoops swallows snaps
            woos
            """
        ),
        (
            .legal,
            """
            aktiengesellschaft inc incorporated corp corporation co company ltd limited plc llc llp lp lllp pllc pc gmbh mbh ag kg kgaa se
            sa sas sarl srl spa nv bv ab asa as aps oy oyj hf ehf pty proprietary pte kk kabushiki kaisha sdn bhd bhd
            sab cv sapi ltda eireli sro zrt nyrt kft doo dd ad jsc pjsc ojsc oao ooo pao zao tbk psc kk cie sca scs
            sl slu sau cva bvba sprl vof ou uab sia pvt private lda sgps eg ev adr ads reit
            """
        ),
        (
            .generic,
            """
            holdings holding group international technologies technology industries industrial pharmaceuticals
            pharmaceutical therapeutics biosciences bioscience biotherapeutics biopharma biopharmaceuticals pharma
            biotech biotechnology biologics sciences energy resources bancorp bancshares bankshares financial finance
            systems system communications solutions services service software networks network media entertainment
            enterprises brands foods food stores petroleum oil gas mining minerals metals gold silver properties realty
            capital partners trust bank banks insurance assurance motors motor airlines airways air lines laboratories laboratory
            labs medical health healthcare care devices instruments electronics semiconductor semiconductors
            materials chemical chemicals products manufacturing engineering construction logistics transport
            transportation shipping marine aerospace defense defence automotive electric power utilities water
            telecom telecommunications wireless broadband interactive digital global worldwide american america usa us
            national united general first new north south east west northern southern eastern western central pacific
            atlantic acquisition investments investment management fund funds asset assets advisors ventures equity
            real estate apparel hotels hotel resorts gaming games restaurants restaurant retail markets market
            oncology genomics genetics diagnostics dynamics robotics analytics data cloud cyber security payments
            education learning the corporation companies business partner associates consulting design studios
            wholesale outdoor beverage beverages cruises bancorporation brewing breweries tobacco railway railroad freight
            trucking cosmetics toys lighting nutrition environmental infrastructure hospitality leisure broadcasting
            photonics optical coatings cement aluminum pictures platforms lending lenders reinsurance thrift
            works steel paper packaging containers glass rubber plastics tools equipment machinery supply
            brothers bros sons royalty midstream pipeline exploration drilling offshore renewable renewables solar
            wind nuclear uranium lithium copper bio life science one world royal premier advanced applied innovative
            innovations innovation computing computer mobile online web net
            """
        ),
        (
            .organisation,
            """
            inc corp corporation company ltd limited plc llc llp group holdings partners capital bank bancorp systems
            technologies technology solutions services media communications consulting consultants relations university
            college school institute foundation association society council board committee team firm agency counsel
            advisors advisers advisory associates ventures fund funds trust industries international enterprises
            network networks labs laboratories pharmaceuticals therapeutics energy resources mining gold financial
            finance insurance hospital center centre clinic hotel hotels airlines airways studio studios games
            software electronics motors products brands foods stores restaurants properties realty estate development
            securities investments investment management marketing creative design public press news digital
            global national american united department ministry government commission authority office bureau
            district county city state union league club church museum gallery theatre orchestra company's
            """
        ),
        (
            .role,
            """
            chief officer ceo cfo coo cio cto ciso cmo cro chro cpo cdo cso cco clo cao cino president chairman
            chairwoman chair chairperson director directors manager vice vp svp evp avp executive senior head general
            counsel treasurer controller comptroller secretary partner principal founder cofounder boss leader lead
            deputy assistant associate interim acting global regional managing superintendent administrator dean
            editor publisher producer analyst engineer architect scientist physician surgeon attorney lawyer advisor
            adviser consultant specialist coordinator representative agent broker banker trader strategist economist
            operating financial marketing sales technology information human people revenue commercial medical legal
            compliance risk strategy product digital data security investment accounting administrative creative
            communications nonexecutive independent member board trustee governor ambassador fellow professor coach
            veteran expert former new newest accountant trader auditor driver pilot doctor nurse teacher worker workers staff
            """
        ),
        (
            .credential,
            "md ph phd cpa cfa mba jd esq jr sr ii iii iv rn do dds pe pmp obe cbe mbe kbe ca fca cissp cae ms ma dvm"
        ),
        (
            .honorific,
            "mr mrs ms miss messrs mses dr prof professor sir dame lord lady hon rev gen col capt lt maj adm sen rep gov"
        ),
        (
            .month,
            "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
        ),
        (
            .weekday,
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
        ),
        (
            .firstName,
            """
            james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph
            jessica thomas sarah charles karen christopher lisa daniel nancy matthew betty anthony margaret mark sandra
            donald ashley steven kimberly andrew emily paul donna joshua michelle kenneth carol kevin amanda brian
            melissa george deborah timothy stephanie ronald rebecca edward laura jason sharon jeffrey cynthia ryan
            kathleen jacob amy gary angela nicholas shirley eric anna jonathan brenda stephen pamela larry emma justin
            nicole scott helen brandon samantha benjamin katherine samuel christine gregory debra alexander rachel
            patrick carolyn frank janet raymond catherine jack maria dennis heather jerry diane tyler ruth aaron julie
            jose olivia adam joyce nathan virginia henry victoria zachary kelly douglas lauren peter christina kyle
            joan noah evelyn ethan judith jeremy megan walter andrea christian keith cheryl roger hannah terry
            jacqueline austin martha sean gloria gerald teresa carl ann harold sara arthur madison lawrence jordan
            jesse dylan bryan billy joe bruce gabriel alan juan albert willie wayne randy roy ralph eugene vincent
            russell louis philip bobby johnny bradley mike steve bob jim tom tim dave dan bill greg jeff matt chris
            tony nick ben sam rob ron don ken rick fred ted ed alex andy max leo luis carlos antonio francisco miguel
            pedro manuel jorge rafael fernando ana sofia hans klaus stefan jurgen wolfgang dieter andreas lars erik
            sven anders ulf bjorn jan pierre jean michel philippe marie nathalie francois giovanni marco luca paolo
            giuseppe yuki hiroshi takashi kenji wei ming li jun mohammed muhammad ahmed ali omar fatima priya raj
            walt eli rajesh sanjay anil sunil vikram amit anand satya sundar indra arvind geoffrey neil ian graham nigel simon
            colin stuart malcolm duncan fiona claire alison gillian nicola emma oliver harry charlotte lucy sophie jane
            alice anne elaine diana julia irene rose grace marsha tricia phil ray rex dana marc glenn craig dean todd
            brad chad doug kurt karl martin travis cody blake logan hunter wendy holly will
            """
        ),
        (
            .ordinary,
            """
            target gap block visa ball apple alphabet amazon meta match progress progressive compass anthem
            humana discover fox oracle shell square snap zoom box slack sage gen unity unit pool ford dow
            general delta southern union marathon hess coach polaris key regions citizens principal travelers
            ross dollar best sharp subway sprint orange three next boots morrison legal prudential
            standard hays rank carnival royal crown fossil guess express buckle kirkland sleep chewy angi
            yelp twitter spotify bird lime root lemonade hippo oscar clover bright accolade nautilus yeti
            vista clarus acumen advanced advent agile air ale ally applied appreciate array arrival arrow
            assure atlas authentic avant avenue bandwidth banner barrel beam better beyond bicycle bill bloom
            bread capital century chart chord circle city clean coffee conduit consumers context cool
            correlate crane crypto customers defense design eastern elite endeavor exponent fate flex fluent
            forum forward freedom frontier gain genetic genie genius glimpse global grab gravity healing
            healthcare hero home honest hope hub icon infinite innovation integer intelligent intensity inter
            interface joint kernel kindly kinetic landmark leap legible lexicon ligand lion lithium loop
            merchants milestone news nice noodles northern opera origin ouster outlook paid perfect
            performant perspective plus poet popular porch post pros quantum reading recursion relay
            reliability reliance relief repay rhythm ring rocket scientific sea service shift silence sound
            star stellar stem structure summit superior team top track universal universe university vector
            versus view vision vital water waters winners workday worlds wrap core edge focus vertex apex
            pinnacle prime pioneer liberty patriot eagle falcon hawk phoenix titan mercury saturn jupiter
            mars venus neptune apollo zeus athena nova orion aurora horizon sunrise sunset dawn spark pulse
            wave surge stream river lake ocean mountain valley forest oak maple cedar pine willow aspen
            laurel ivy blossom harvest garden meadow field stone rock cliff bridge gate tower castle anchor
            harbor haven port beacon lighthouse signal echo voice chorus melody tempo note scale ladder bench
            table chair lamp candle torch flame ember ash smoke steam frost snow ice hail storm thunder
            lightning rain cloud sky sun moon comet planet galaxy cosmos infinity zenith momentum velocity
            speed dash rush flow drift glide slide climb ascend elevate rise lift boost amplify magnify
            expand extend stretch reach touch grip grasp hold carry bring deliver transfer transit shuttle
            ferry cargo freight parcel package crate bin bucket basket bag pouch pocket wallet purse coin
            penny dime nickel silver gold copper iron steel bronze brass tin lead zinc diamond ruby pearl
            jade amber crystal glass mirror lens prism spectrum color palette canvas paint brush ink pen
            pencil paper page book chapter verse story legend myth saga epic odyssey quest journey voyage
            venture adventure explorer scout ranger guide pilot captain chief major marshal knight squire
            baron duke prince king queen emperor noble regal imperial sovereign republic nation state
            province county town village hamlet borough district zone sector region domain realm kingdom
            empire dynasty heritage legacy tradition custom culture art craft trade guild league alliance
            coalition federation confederation assembly congress parliament senate council board panel jury
            court bar chamber cabinet office bureau agency bank vault safe trust bond stock share stake
            option future swap hedge fund index yield return profit margin spread range limit order fill bid
            ask offer quote price value worth cost charge fee rate interest rent lease loan debt credit debit
            balance account ledger record file folder drive disk chip circuit wire cable fiber link chain
            node mesh grid net web site portal gateway router switch server client host guest user member
            partner associate colleague fellow peer friend buddy mate pal neighbor citizen resident native
            local domestic foreign alien stranger visitor tourist traveler commuter passenger rider driver
            insight insights clarity catalyst ascent accord harmony concert symphony ensemble mosaic tapestry
            fabric texture pattern motif theme topic subject matter object thing item article piece part
            section segment fraction portion slice bit byte word phrase sentence paragraph vanguard guardian
            sentinel shield armor helmet sword blade bow spear lance dagger hammer anvil forge foundry mill
            plant factory works yard dock pier wharf marina cove bay gulf strait channel canal creek brook
            spring fountain well pump valve pipe tube hose nozzle dana kelly allison brady brown campbell
            clark cooper davis dean douglas duncan emerson gray graham grant greene hall harris heidrick hill
            hunt jack jackson jacobs jones kennedy lane lee lincoln logan mason marshall martin miller
            mitchell moody morgan murphy nelson newton parker perry potter powell quinn russell ryder scott
            sherman simpson stanley stewart taylor thomas thompson tucker tyler turner wade walker wallace
            watson webster welch wells wesley west white williams wilson winston wood wright young paris
            london boston denver dallas houston austin chicago atlanta orlando miami seattle portland oakland
            cleveland columbus franklin madison washington virginia georgia carolina dakota montana nevada
            arizona texas california florida ohio iowa indiana illinois michigan jordan israel chile trump
            biden obama clinton visionary cancer diabetes ambassador champion wizard genome brazil india
            china japan canada mexico france germany spain italy norway sweden denmark finland poland
            """
        ),
        (
            .continuation,
            """
            stadium arena foundation field park cup open award awards university college school museum hall theatre
            theater pavilion building tower plaza bridge street road avenue boulevard county beach island river valley
            prize classic invitational championship tournament marathon festival center centre amphitheater speedway
            raceway ballpark coliseum court institute scholarship fellowship day week month act bill law rule index
            alumni fans bowl league ridge creek canyon bay lake mountain heights zoo cathedral
            """
        ),
        (
            .scale,
            """
            k m mm mn mln mlns mio million millions b bn bln blns billion billions t tn trn trillion trillions crore crores
            cr crs lakh lakhs lac lacs thousand
            """
        ),
        (
            .currency,
            """
            dollar dollars usd euro euros eur pound pounds gbp sterling yen jpy yuan rmb cny renminbi rupee rupees inr rs
            franc francs chf krona kronor sek krone kroner nok dkk won krw real reais brl peso pesos mxn aud cad nzd hkd
            sgd zar rand pln zloty czk ils shekel shekels nis
            aed sar qar kwd omr myr ringgit rm php thb baht idr rupiah rp vnd twd pkr bdt taka tk lkr egp ngn naira kes ksh kshs
            ghs huf forint forints ron rub rouble roubles ruble rubles clp cop isk dirham dirhams dh dhs riyal riyals lira
            koruna sfr
            """
        ),
        (
            .numeral,
            """
            one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
            eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
            dozen dozens scores half
            """
        ),
        (
            .approximator,
            "about around rund etwa knapp unos unas casi approximately approx nearly almost over more than up to at least some another additional roughly circa an estimated under only as many much total of"
        ),
        (.particle, "van von der den de del della di da do dos du la le bin al el ter ten zu af st mac mc"),
        (
            .abbreviation,
            """
            mio mrd tsd rs mn mln bln cr inc corp co ltd dr mr mrs ms messrs mses prof jr sr st no nos vs etc dept est fig gen gov sen rep rev hon adm maj ret cpa jan feb mar apr
            jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd bros cos assn natl intl mfg div approx
            adj ch chap dil avg incl excl ext dist univ eg ie al cie sa spa nv bv pty pte phd esq col capt lt sgt ft mt plc llc lp calif mass conn fla ill
            ind minn ore pa penn tenn tex va vt wash wis ariz ark colo del ga ky la md mich mo mont neb nev ok okla rd
            """
        ),
        (
            .pronoun,
            "company firm bank group registrant corporation retailer manufacturer maker business startup airline insurer chain automaker bancorp partnership trust carrier utility issuer"
        ),
        (
            .companyContext,
            """
            shares share stock ceo cfo coo cio president chairman chief executive executives founder cofounder board
            says said reports reported announces announced names named appoints launches unveils earnings eps ebitda revenue profit
            profits sales quarterly results plans acquires buys sells cuts raises investors shareholders stockholders
            employees workers subsidiary unit division headquarters spokesman spokeswoman spokesperson stake acquisition
            merger ipo guidance forecast analyst analysts customers posts beats misses expects boss parent rival hires
            taps joins inc corp opens closes recalls sues settles agrees completes expands stores plant factory
            warehouse layoffs jobs bankruptcy store selects chooses signs expands wins adds receives introduces develops
            delivers achieves suspends withdraws declares deploys secures reopens shutters relocates
            restarts lifts trims boosts licenses idles delists divests rebrands restates reorganizes restructures discontinues
            debuts furloughs mothballs outsources refinances reaffirms repurchases upsizes
            """
        ),
        (
            .acronym,
            """
            agm egm ceo cfo coo cio cto ciso cmo us usa uk eu un gdp fda sec ipo etf pr hr tv ai it ir ev evs esg api app covid
            who imf fed ecb nasa fbi cia doj ftc irs epa osha usda nyse nasdaq tsx asx lse bbc cnn cnbc npr md phd mba
            llc plc inc ltd corp am pm est gmt mp mps q1 q2 q3 q4 h1 h2 fy yoy ok dc la ny ca tx fl nba nfl mlb nhl gop aids hiv
            cms aes rsa ssl tls tm dna rna mit ucla saas iot nft m&a esop rsu ad pc vc pe csr iso gps led lcd vr ar hd dvd cd pet all key
            on so or we he be go do now one two net real any new top hot big old art fun run car job pay tax law oil gas
            """
        ),
        (
            .place,
            """
            us usa uk eu america american britain british europe european asia asian africa african china chinese japan
            japanese india indian germany german france french italy italian spain spanish canada canadian mexico
            mexican brazil brazilian australia australian russia russian korea korean israel israeli ireland irish
            scotland scottish wales welsh england english london paris berlin tokyo york california texas florida ohio
            illinois michigan georgia virginia carolina washington boston chicago houston dallas atlanta seattle denver
            miami singapore hong kong taiwan switzerland swiss sweden swedish norway norwegian denmark danish finland
            dutch netherlands belgium austria poland turkey greece portugal
            alabama alaska arizona arkansas colorado connecticut delaware hawaii idaho indiana iowa kansas kentucky
            louisiana maine maryland massachusetts minnesota mississippi missouri montana nebraska nevada hampshire
            jersey oklahoma oregon pennsylvania tennessee utah vermont wisconsin wyoming ontario quebec alberta
            manchester birmingham liverpool leeds sheffield bristol glasgow edinburgh cardiff belfast cambridge oxford
            norfolk suffolk kent essex sussex yorkshire cornwall devon dublin amsterdam brussels zurich geneva vienna
            madrid barcelona milan rome munich frankfurt hamburg stockholm oslo copenhagen helsinki warsaw prague
            moscow istanbul dubai mumbai delhi bangalore shanghai beijing shenzhen seoul sydney melbourne auckland
            toronto vancouver montreal calgary ottawa philadelphia pittsburgh cleveland detroit minneapolis milwaukee
            nashville memphis charlotte orlando tampa miami orleans baltimore cincinnati columbus louisville portland
            sacramento oakland francisco angeles diego jose vegas phoenix tucson albuquerque omaha wichita tulsa
            greenville richmond raleigh
            pakistan bangladesh indonesia malaysia thailand vietnam philippines nigeria kenya ethiopia ghana egypt morocco
            tunisia algeria libya iraq iran syria lebanon jordan yemen oman qatar kuwait bahrain afghanistan nepal myanmar
            cambodia laos mongolia kazakhstan ukraine romania bulgaria serbia croatia slovenia slovakia hungary estonia
            latvia lithuania belarus moldova albania cyprus malta iceland greenland argentina chile peru colombia ecuador
            bolivia paraguay uruguay venezuela cuba jamaica haiti honduras guatemala nicaragua panama
            """
        ),
        (.ordinary, CommonWords.all),
        (.namesake, NamesakeWords.all),
        (.plain, CommonWords.all),
        (
            .plain,
            """
            activists ambulance asteroid astronaut astronomers athlete auction baby band bear bird blaze blizzard bomb boy
            cat cathedral children choir church cinema climber club coalition court cow crew crowd cyclone detective dog
            drought exhibition festival fisherman flooding fossil fundraising gang girl glacier gunman hackers heatwave hiker
            hospital hurricane islanders jury lawmakers leopard lightning lion locals lorry meteor meteorite monarch
            mosque motorist mum museum musician neighbours novelist nurses orchestra panda parade pensioner petition planet
            playwright poet pollution protest protesters pupils rapper rescuers robot rocket satellite sculptor senator shark
            ship soldier statue storm strikers surgeon teenager temple theatre thieves thunderstorm tiger toddler tornado
            tree truck tsunami typhoon vigil villagers virus volunteers whale wildfire wildfires winger wolf workers
            youngsters zoo
            """
        ),
        (
            .household,
            """
            target gap block shell next boots citizens regions chase compass progressive discover snap
            subway coach delta general match octopus onto puma quiz reach sage saga tide wise
            """
        ),
        (
            .exchange,
            "nyse nasdaq amex tsx tsxv asx lse aim otc otcqb otcqx otcbb otcpk nse bse hkex sgx xetra epa sehk jse cse neo arca bats nasdaqgs nasdaqgm nasdaqcm frankfurt euronext ticker symbol"
        ),
        (
            .title,
            "chief president chairman chairwoman chairperson officer ceo cfo coo cio cto ciso cmo cro chro vp svp evp executives mr mrs ms dr co-ceo"
        ),
        (
            .position,
            """
            officer president director manager ceo cfo coo cio cto ciso cmo cro chro cpo cdo cso cco clo cao cino
            chairman chairwoman chair chairperson counsel treasurer controller comptroller head partner founder
            cofounder secretary chief leader vp svp evp avp principal superintendent administrator dean editor analyst
            engineer architect scientist consultant specialist coordinator boss member advisor adviser exec
            """
        ),
        (
            .unit,
            """
            board boards unit units division subsidiary arm team teams leadership
            management directors shareholders investors staff employees executives subsidiary's release statement
            announcement media press news update alert company firm change changes appointment resignation succession transition plan plans search review agreement deal offer bid notice proposal merger acquisition takeover talks
            """
        ),
        (
            .opener,
            "the this that these those it its in on he she we they our his her for as at with according an a by under if"
        ),
        (
            .otherParty,
            """
            owner owners parent maker makers operator operators rival rivals backer backers buyer buyers bidder bidders
            supplier suppliers landlord founder founders cofounder cofounders investor investors lender lenders
            shareholder shareholders insurer competitor competitors creditor creditors bondholder bondholders
            """
        ),
        (
            .descriptor,
            """
            startup startups maker giant glassmaker steelmaker toymaker watchmaker papermaker shoemaker truckmaker winemaker
            shipbuilder homebuilder brewery distillery bookmaker bookseller wholesaler consultancy outsourcer edtech
            proptech insurtech retailer manufacturer provider developer specialist supplier operator publisher
            distributor insurer lender brewer automaker carmaker drugmaker chipmaker planemaker chain unicorn firm owner
            parent rival airline grocer housebuilder fintech conglomerate titan utility miner supermarket
            broadcaster telco retailers neobank brokerages automakers carmakers chipmakers drugmakers insurers airlines leader innovator pioneer vendor contractor
            trucker lessor railroad refiner bottler servicer hotelier reinsurer
            glassmakers steelmakers toymakers watchmakers papermakers shoemakers truckmakers planemakers winemakers shipbuilders
            homebuilders housebuilders brewers distillers grocers miners manufacturers publishers broadcasters truckers lessors
            railroads refiners bottlers hoteliers reinsurers fintechs telcos wholesalers conglomerates utilities supermarkets
            """
        ),
        (
            .kind,
            """
            retailer retailers etailer grocer airline carrier automaker carmaker drugmaker chipmaker planemaker glassmaker
            steelmaker toymaker watchmaker papermaker shoemaker truckmaker winemaker brewer brewery distiller distillery
            bakery baker caterer restaurateur hotelier confectioner chocolatier jeweller jeweler bookmaker bookseller
            publisher broadcaster telco insurer reinsurer lender brokerage housebuilder homebuilder shipbuilder developer
            manufacturer producer refiner miner exporter importer processor wholesaler distributor supplier provider
            operator contractor subcontractor consultancy startup fintech biotech edtech proptech insurtech medtech
            agritech agtech healthtech cleantech foodtech regtech adtech martech wealthtech conglomerate outsourcer
            recruiter haulier forwarder shipper shipowner
            trucker lessor railroad bottler servicer
            """
        ),
        (
            .enterprise,
            """
            agency airline automaker bakery bank bookmaker bookseller bookshop bookstore bottler brand brewer
            brewery broadcaster brokerage business butcher cafe carmaker carrier caterer chain charity
            chipmaker clinic college colliery company confectioner conglomerate consultancy contractor
            converter coop cooperative creamery dairy dealership developer distiller distillery distributor
            drugmaker exporter fabricator fintech firm forwarder foundry franchisee giant glassmaker grocer
            hauler haulier homebuilder hospice hospital hotel housebuilder importer insurer jeweler jeweller
            landlord lender maker manufacturer mill miner operator outfitter outsourcer packager packer
            papermaker planemaker practice processor producer provider publisher railroad recruiter refiner
            refinery repairer retailer rival roaster roofer sawmill shipbuilder shipowner shipper shipyard
            shoemaker smelter startup steelmaker steelworks studio subcontractor supermarket supplier tannery
            telco toymaker trucker truckmaker university upstart utility vineyard watchmaker wholesaler
            winemaker winery
            """
        ),
        (
            .premises,
            """
            plant plants factory factories mill mills smelter refinery mine warehouse warehouses depot store stores shop
            shops branch branches brewery distillery bakery steelworks shipyard site sites office offices headquarters
            hq campus hub terminal foundry quarry facility facilities restaurant restaurants pub pubs hotel gigafactory
            """
        ),
        (
            .matter,
            """
            option options mou loi amended amendment amendments revised advice letter letters presentation presentations
            notice notices update updates circular prospectus addendum supplement appendix annexure statement statements
            results result dividend dividends placement placements allotment response reply clarification query withdrawal
            extension completion confirmation proposal proposals approval approvals agreement agreements contract
            contracts order orders strategic proposed conditional unconditional definitive exclusive binding final interim
            preliminary quarterly annual yearly year years month months week weeks day days halt reinstatement
            suspension lodgement lodgment despatch dispatch issue issues substantial meeting meetings agm egm minutes
            resolution resolutions voting disclosure document documents application applications acceptance settlement
            transaction transactions details information project projects joint venture partnership collaboration licence
            license supply distribution sale purchase acquisition acquisitions disposal divestment merger takeover bid
            offer offers scheme buyback raising entitlement bonus conversion exercise expiry expiration major further
            successful potential possible planned additional correction ann announcement re news alert report reports estimates expectations forecasts decade
            decades rumour rumours rumor rumors speculation gossip
            """
        ),
        (
            .statesman,
            "trump biden obama putin modi macron merkel scholz merz starmer sunak zelenskiy zelensky netanyahu erdogan trudeau albanese lula milei ecb boj pboc opec imf nato"
        ),
        (
            .personal,
            """
            says said joins joined named names tells told warns warned resigns resigned retires retired steps announces
            announced president chairman board boss parent rival expects plans cuts opens wins appoints hires taps closes
            executive executives founder cofounder agrees spokesman spokeswoman spokesperson raises sues
            misses beats posts sells buys ceo cfo coo cio chief exec
            """
        ),
        (
            .deed,
            """
            cut buy acquire close open sell launch recall raise shut hire invest build merge split pay settle report
            purchase axe slash shed lay make move expand offer float list spin divest restructure appoint name replace
            file appeal recruit create supply deliver scrap halt resume end begin start remodel restart reopen relocate
            rebrand borrow issue eliminate trim lift upgrade license outsource double reduce
            refund idle hike unveil boost repurchase refinance combine overhaul ship lease repay upsize
            """
        ),
        (.brand, "amazon apple oracle alphabet twitter spotify yelp humana caterpillar kellogg ibm"),
        (
            .suffix,
            """
            inc incorporated corp corporation co company ltd limited plc llc llp lp ag nv sa se ab spa asa oyj oy kk bv gmbh
            mbh kgaa sas sarl srl pty pte bhd limitada kabushiki lllp pllc tbk jsc pjsc
            """
        ),
    ]
}
