/// Surnames, towns, countries and figures of legend, in small letters.
///
/// Each is also the whole name of some company, or the first word of one. A capital tells nothing here ("Reed",
/// "Albany" and "Ford" are people and places first), so such a name means the company only beside a word that no
/// person and no town takes: shares, stores, "to acquire".
enum NamesakeWords {
    static let all = """
        auburn scully acura yale bridgewater harvard saratoga hayward kratos hawkeye mccormick agora elastic fennec spero dow nasdaq asx lse tsx ftse nikkei dax
        abbott abilene acadia acevedo achilles acosta adams adelaide adkins afghanistan aguilar aguirre ahmed
        akron alamo albania albany albuquerque alexander alexandria algeria algiers algonquin ali allen
        allentown allison alta altair altamira alvarado alvarez amarillo americas ames amman anaheim
        anchorage anderson andrade andrews angola annapolis anthony arcadia arcturus arellano argentina argo
        arias arlington armstrong arnold arroyo asheville athens atkins atkinson augusta aurora austin avalon
        avila ayala babylon baghdad bahrain bailey baird baker bakersfield baku baldwin ball ballard baltic
        bancroft bangkok bangladesh banks barajas barber barker barnes barnett barr barrera barrett barron
        barry bartlett barton basel bass bates bauer bautista baxter beard beasley beck becker bedford beil
        beirut belarus belgrade bell bellevue beltran benitez bennett benson bentley berg berger berkeley
        bern berry beverly bhutan bilbao bimini birmingham bishop blackwell blair blake
        blankenship bogota bolivia bologna bolton bonilla boone booth bordeaux botswana bowen bowers bowman
        boyd boyer bradford bradley brady bragg bratislava brennan brewer bridger bridges briggs brighton
        brisbane bristol broadway brock brooks brown bruce brunswick bryan bryant buchanan bucharest budapest
        bulgaria bullock burbank burgess burke burlington burnett burns burton bush butler byrd cabot cabrera
        cadiz caesars cain cairo calderon caldwell caledonia callahan camacho cambodia camden cameron
        cameroon campbell campos canaan cannon canton cantu capri cara caracas cardenas carey carlisle
        carlson carlyle carpenter carr carrillo carroll carson carter cartesian casey castaneda castillo
        castro cathay cato celsius cervantes cetus chad chambers chan chandler chang chapman charles
        charleston charlie chase chatham chattanooga chavez chelsea cheltenham chen chesapeake chester
        chesterfield chile choi christchurch christensen christian cisneros clark clarke clay clayton clifton
        cline clinton cobb cochran cohen colchester cole coleman collier collins colombo colon columbia combs
        concord congo conley conner contreras conway cook cooper copeland cordova cortes cortez corvus
        coventry cox craig crawford crawley croatia crosby cross cruz cuba cuevas cumberland cummings
        cunningham curry curtis cyprus dalton damascus daniel daniels darwin davenport david davidson davila
        davis dawson dayton dean decatur decker dejesus delacruz deleon delgado dennis denny derby descartes
        dhaka diaz dickerson dillard dillon dixie dixon dodson dolby dominguez donaldson doncaster dorsey
        douglas dover doyle drake duke duluth duncan dunedin dunn duran durban durham dyer eastman easton
        eaton eco ecuador edison edwards egypt ellington elliott ellis english erickson eros escobar espinoza
        estonia estrada ethiopia eton eugene evans evanston evansville everest exeter fairfield fargo farmer
        farrell fayetteville ferguson fernandez fields figueroa fischer fisher fitzgerald fleming fletcher
        florence flores flowers floyd flynn foley ford foster fowler fox francis franco frank franklin
        frazier freeman fremont french fresno friedman fuentes fuller fullerton fulton gabon gaia gaines
        gainesville galapagos gallagher gallegos galvan galveston garcia gardner garner garrett garrison
        garza gates geneva genoa geo george ghana gibbs gibraltar gibson gilbert gill gilmore gladstone
        glendale glenn gloucester glover gomez gonzales gonzalez goodman goodwin gordon graham grant graves
        gray greene greenland greensboro greenwich greer gregory gresham griffin griffith grimes grimsby
        gross guangzhou guatemala guerra guerrero guevara gulfport gutierrez guyana guzman hail haiti hale
        halifax hall hamilton hammond hampton hancock hanoi hanover hansen hanson hardy harmon harper harrell
        harrington harris harrisburg harrison harrow hart hartford hartman harvard harvey hastings havana
        haverhill hawaiian hawkins hayes haynes heath helios henderson hennessy henry hensley henson hercules
        hereford hernandez herrera hess hicks higgins hill hillsboro hilton himalaya hines hobart hobbs hodge
        hodges hoffman hogan holland holley holloway holmes holt honda honduras hood hoover hopkins horn
        horton houston howard howell huang hubbard hudson huerta huff huffman hughes hull humphrey hungary
        hunt hunter huntington huntsville huron hurst hutchinson huynh ibarra iceland indonesia ingram
        ipswich iran iraq ireland irving isabella ivanhoe jackson jacobs jacobson jakarta jamaica james
        jamestown janus jefferson jenkins jennings jensen jimenez johannesburg johns johnson johnston jones
        jordan joseph juarez kabul kane karachi kathmandu kaur kazakhstan keene keith keller kelley kelly
        kemp kennedy kent kenya kerr khan kiev kilroy kim king kingston kirby kirk klein kline knight knowles
        knox knoxville koch kodiak kramer kuwait kyiv kyoto lafayette lagos lahore lakeland lakewood lam lamb
        lambert lancaster lane lang lansing laos lara laramie laredo larsen larson latvia lausanne lawrence
        lawson leach lebanon lee leon leonard leslie lester lewis lexington libya lille lima lincoln lindsay
        lindsey lisbon lithuania liu ljubljana lloyd logan lopez lowe lowell lozano lubbock lucas ludwig luna
        luton lynch lyon lyons lyra macau macdonald macias mack macon macy maduro magellan magyar malaysia
        maldonado mali malone malta malvern managua manchester manhattan manila mann manning mansfield marcus
        marin marks marquez marsh marshall martin martinez marvell mason massey mata mathews mathis matthews
        maxwell mcbride mccall mccarthy mcclain mcclure mccoy mccullough mcdaniel mcdonald mcdowell mcgee
        mcguire mcintyre mckee mckenzie mckinney mclaughlin meadows medford medina meiji mejia melendez
        melton mendez mendoza mercado mercer meriden merrimack merritt mesabi meyer meyers meza midland miles
        miller mills milton minsk mira miranda mitchell modesto mohawk moldova molina mongolia monroe
        monterey montes montgomery montoya moody moore mora morales moran moreno morgan morocco morris
        morrison morrow morton mosley moss mullen mullins munoz murillo murphy murray myanmar myers nagoya
        nairobi namibia nantes naperville naples nash nassau nate navarro neal nelson nepal newark newcastle
        newman newport newton newtown nguyen nicaragua nichols nicholson niger nigeria nolan norfolk norman
        norris northampton norton norwalk norwich nottingham nunez obrien oceanside ochoa oconnor odessa
        odonnell ogden oldham oliver olsen olson olympia olympic oman oneal oneill oppenheimer orozco orr
        ortega ortiz osaka osborne osiris otis ovid owen owens oxnard pacheco padilla pakistan palacios
        palermo palmdale palmer palomar pam panama pangaea paraguay park parker parks parrish parsons
        pasadena patel paterson patrick patterson patton paul payne pearson pena peoria perez perkins
        permian perry perth peru peterborough peters petersen peterson petro pham phelps philippines phillips
        piedmont pierce pineda pittman pitts plymouth pomona ponce poole pope porter porto portsmouth potter
        powell powers pratt preston princeton procyon provo pruitt pueblo puget qatar quaker quincy quinn
        quito ramirez ramos ramsey randall rangel ray redmond reed reese reeves regulus reid reno reyes
        reynolds rhodes rice richard richards richardson riga rigel riley rios rivas rivera riverside roach
        roanoke robbins roberson roberts robertson robinson robles rocha rochdale rochester rockford rockwell
        rodgers rodriguez rogers rojas rollins roman romania romero rosales rosario rosas rose roseville ross
        roth rotherham rowe roy rubicon rubio ruiz rupert russell russo rwanda ryan sabine salas salazar
        salem salford salgado salinas salisbury sanchez sanders sandoval santana santiago santos sapporo
        sarajevo sarasota saunders savage savannah sawyer saxon scarborough schmidt schneider schroeder
        schultz schwartz scorpius scott scranton seneca senegal serbia serrano seville shaffer shah shannon
        shaw shelton shepherd sherman shields shrewsbury silva simmons simon simpson sims sinclair singh
        singleton skinner skye slovakia slovenia smith snow snyder sofia solis solomon somerset sophia
        sosa soto southampton southport sparks spencer spokane springfield stafford stamford stanley steele
        stella stephens stephenson stevens stevenson stewart stockport stockton stokes stone strasbourg
        stratford strickland suarez sudan sullivan summers sunderland surrey sutton swansea swanson sweeney
        swindon syracuse syria tacoma taipei tallahassee tallinn tanner tanzania tapia tate taunton taylor
        tbilisi tehran terry thailand thomas thompson thornton tianjin todd toledo tompkins topeka torrance
        torres toulouse townsend tracy tran trenton trevino tripoli triton troy trujillo tucker tunis tunisia
        turin turner tyler tyson uganda ukraine underwood uruguay utica valdez valencia valenzuela vance vang
        vargas vasquez vaughn vega velasquez velazquez velez venezuela venice ventura vera verde verona
        victoria vietnam viking villa villanueva villarreal villegas vilnius vince vincent vulcan waco wade
        wagner wakefield walker wallace walsh walter walters waltham walton wang ward ware warner warren
        warrington warwick washington waterbury waters watford watkins watson watts waukesha weaver webb
        weber webster weiss welch wellington wells west westminster wheeler whitaker whitehead whitehorse
        whittier wigan wiggins wilcox wiley wilkerson wilkins wilkinson williams williamson willis wilson
        winchester windsor winnebago winters woking wolf wolfe wolverhampton wong wood woodard woods woodward
        worcester wright wu wuhan wyatt wynn xenia yang yangon yates yemen yerevan yoder yonkers york young
        yu yuma zagreb zambia zamora zavala zhang zimbabwe zimmerman zion zuniga
        """
}
