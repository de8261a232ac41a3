/// One kind of matter with the steps that it goes through: a sale is agreed, approved and closed.
///
/// All that folding knows of steps is the table below, a row a kind of matter and a line a step, in the order in which
/// they come. Words are compared by their stems. Words of one phrase stand one behind the other; what `&` joins
/// stands anywhere in the headline; a phrase takes its words from the shorter ones: "to open" says that it is planned.
/// A step whose name begins with `*` is a piece of news of its own: a headline that is silent about it does not tell it.
/// Words behind `none` only look like a step: "to close on Friday".
struct StoryMatter: Sendable {
    /// The triggers, by how they begin.
    let triggers: [String]
    let progress: Progress
    let steps: [Step]

    enum Progress: Sendable {
        /// A headline tells all the steps that it names.
        case any
        /// A headline that names several tells the last of them: "completes the purchase that it agreed".
        case last
        /// Several are told at once, by one release: results, and what they do to the forecast.
        case atOnce
    }

    struct Step: Sendable {
        /// True for words that look like a step and tell none.
        let isNone: Bool
        /// Whether a headline that names no step cannot mean it.
        let isOwnNews: Bool
        /// Stems: words that stand together, of which all stand in the headline.
        fileprivate(set) var phrases: [[[String]]]
    }

    private init(_ triggers: String, _ progress: Progress, _ rows: String) {
        self.triggers = triggers.split(separator: " ").map(String.init)
        self.progress = progress
        var steps: [Step] = []
        for row in rows.split(separator: "\n") {
            let cells = row.split(separator: ":", maxSplits: 1)
            let phrases = cells[cells.count - 1].split(separator: ",").map { phrase in
                phrase.split(separator: "&").map { $0.split(separator: " ").map { StoryWords.stem(String($0)) } }
            }.filter { !$0.isEmpty && !$0.contains([]) }
            // A row without a name goes on with the one before.
            if cells.count == 1, !steps.isEmpty {
                steps[steps.count - 1].phrases += phrases
            } else {
                steps.append(Step(isNone: cells[0] == "none", isOwnNews: cells[0].hasPrefix("*"), phrases: phrases))
            }
        }
        self.steps = steps
    }

    /// The row of a trigger.
    static func index(of trigger: String) -> Int? {
        all.firstIndex { $0.triggers.contains { trigger.hasPrefix($0) } }
    }

    static let all = [
        StoryMatter(
            "ma. divestiture. ownership.control", .last,
            """
            explored: explore, strategic alternative, strategic option, strategic review, sale process, up for sale
            agreed: agree, definitive agreement, to acquire, to buy, to merge, to combine, to be acquired, to sell,
                to be taken private, to spin off, to separate, to divest, to purchase, plan, intend, intention, board approve
            *launched: tender offer begin, commence tender offer, record date, distribution date, form 10
            *bettered: raise offer, raise bid, sweeten, higher offer, higher bid, improved offer, increased offer, increase offer
            *rejected: reject, rebuff, spurn, turn down
            *questioned: second request, antitrust concern, in depth, phase 2, sue & block, seek & block, to block,
                competition concern, antitrust probe, antitrust review
            *voted: shareholder & approve, stockholder & approve, holder & approve, investor & approve, shareholder & back,
                shareholder & vote, stockholder & vote, shareholder approval, stockholder approval, investor & back,
                unitholder & approve, member & approve, shareholder & endorse, holder & back
            *cleared: clear, clearance, approve, approval, green light, go ahead, wave through, greenlight, nod, antitrust hurdle,
                waiting period, unconditional approval, regulator & back
            closed: close, completion, complete, finalize, finalise, wrap up, conclude, now part of
            *ended: call off, call & off, terminate, abandon, scrap, walk away, fall through, break off, withdraw, collapse, drop bid,
                drop offer, drop plan, end talk, end merger, end takeover, cancel, end review, pull out, fall apart, mutually agree to end
            none: to close, expect to close, close in, close to, set to close
            """),
        StoryMatter(
            "ownership.activist", .any,
            """
            bought: take & stake, build & stake, disclose & stake, buy & stake, holding, acquire & stake, reveal & stake
            urged: urge, letter, push for, press, criticize, call for, demand
            nominated: nominate, nomination, slate, proxy fight, board seat, director candidate, proxy battle, put forward
            *settled: settle, settlement, cooperation agreement, truce, end proxy, standstill
            *voted: shareholder & elect, vote, win seat, win board seat, shareholder & back
            *left: exit stake, sell stake, cut stake, trim stake, sell down, dispose
            """),
        StoryMatter(
            "funding.equity funding.debt", .last,
            """
            announced: propose, intend, plan, announce offering, launch, commence, to offer, to issue, to raise
            filed: file, registration statement, prospectus
            priced: price
            *exercised: over allotment, overallotment, greenshoe, option exercise, exercise & option
            closed: close, completion, complete, finalize, finalise
            *ended: withdraw, pull, postpone, shelve, scrap, cancel, call off, delay, terminate
            *repaid: repay, redeem, redemption, retire note, prepay
            *amended: amend, amendment
            none: to close, expect to close, trading symbol
            """),
        StoryMatter(
            "ipo.", .last,
            """
            filed: file, plan, propose, intend, registration statement, prospectus
            ranged: set term, price range, seek & valuation, target & valuation, roadshow
            priced: price
            traded: debut, trading, go public, begin trade, first day, close first day, close up, close down
            *exercised: over allotment, overallotment, greenshoe, option exercise, exercise & option
            closed: close, completion, complete, finalize, finalise
            *ended: withdraw, pull, postpone, shelve, scrap, cancel, call off, delay, terminate
            none: to close, expect to close, trading symbol
            """),
        StoryMatter(
            "funding.round", .any,
            """
            *ended: collapse, fall through, call off, withdraw
            """),
        StoryMatter(
            "capital. site. market. hiring. layoff restructuring", .last,
            """
            planned: to build, to open, to invest, to construct, to expand, plan, propose, to create, to hire, to close, to shut, to cut,
                to move, to relocate, to enter, to launch, consider, eye
            *permitted: planning permission, permit, council & approve, county & approve, zoning, planning board, commissioner & approve,
                council & vote, planning approval
            begun: break ground, groundbreaking, shovel, start construction, begin construction, construction begin, construction start,
                under construction, ground broken, work begin, begin work, start work, lay foundation, cornerstone
            *topped: top out, topping out
            opened: open, inaugurate, go live, ribbon, start production, begin production, production begin, start operation, begin operation,
                come online, commission
            *delayed: delay, postpone, pause, push back, on hold
            *resumed: resume, restart, reopen
            *reversed: reverse, reprieve, rescind, rehire, back down, scale back, u turn
            *ended: scrap, cancel, abandon, shelve, call off, drop plan, withdraw from, pull out
            *struck: strike over, protest, union & oppose, union & sue, union & fight
            finished: complete, conclude, finish
            """),
        StoryMatter(
            "leadership.", .any,
            """
            left: resign, resignation, quit, leave, depart, departure, retire, retirement, oust, ouster, remove, step down,
                step aside, stand down, exit, fire, sack, dismiss, terminate, hand rein
            came: name, appoint, appointment, hire, tap, join, elect, promote, pick, choose, select
            *begun: take office, start work, first day
            *reversed: to stay, rescind, decline, reverse, remain
            *granted: severance, pay package, compensation
            *died: die, death, pass away
            """),
        StoryMatter(
            "litigation. regulatory.", .last,
            """
            probed: investigate, investigation, probe, inquiry, scrutiny, subpoena
            accused: sue, suit, lawsuit, charge, accuse, complaint, allege, indict
            proceeded: judge allow, must face, motion to dismiss, trial begin, go to trial, trial open, trial start, advance
            warned: warning letter
            paid: settle, settlement, fine, penalty, to pay, will pay, consent order
            approved: approve & settlement, settlement approval, judge & approve, court & approve
            ruled: verdict, jury, judge & rule, court & rule, ruling, convict, guilty, judge find, court find, judge order, lose
            *certified: certify, class certification, class status, class action status, judge & as class action, court & as class action,
                proceed as class action, go ahead as class action, advance as class action
            *dismissed: dismiss, toss, throw out, drop lawsuit, drop case, drop suit
            *appealed: appeal
            *reversed: overturn, reverse, vacate, uphold, affirm, revive, reinstate
            *lifted: lift, close out, end consent, terminate consent, release from
            *answered: deny allegation, respond to suit, vow to fight
            none: to appeal, fine chemical, fail to pay
            """),
        StoryMatter(
            "finance.distress", .last,
            """
            warned: going concern, substantial doubt, prepare, near bankruptcy, explore, brink, weigh, consider
            defaulted: default, miss payment, miss & payment, forbearance
            filed: file, chapter 11, bankruptcy, administration, administrator, insolvency, receivership, examinership, collapse
            *planned: plan of reorganization, reorganization plan, disclosure statement, confirm plan, confirm & plan, approve plan, approve & plan
            *sold: approve & sale, win auction, auction, stalking horse, rescue deal, buy out of, sold out of
            *turned: chapter 7, liquidate, liquidation, wind down, cease trading
            *emerged: emerge, emergence, exit bankruptcy, exit chapter, exit administration
            """),
        StoryMatter(
            "audit.", .any,
            """
            left: auditor & resign, auditor & quit, auditor & leave, auditor & dismiss, auditor & step down, auditor & replace,
                auditor & depart, auditor resignation, change auditor, auditor & walk
            hired: auditor & appoint, auditor & engage, auditor & hire, auditor & name
            restated: restate, restatement, non reliance, no longer be relied, not rely
            delayed: delay, late, unable to file, postpone, extension, notice
            weak: material weakness, internal control
            *regained: regain compliance, remediate, back in compliance
            *probed: investigate, probe, subpoena, whistleblower
            """),
        StoryMatter(
            "results.", .atOnce,
            """
            reported: post, report, result, earning, swing to, beat, top estimate, miss, fall short, loss widen, loss narrow,
                profit fall, profit drop, profit rise, profit jump, sale fall, sale rise
            guided: forecast, guidance, outlook, warning, warn, guide
            *withdrawn: withdraw, pull & forecast, pull & guidance, suspend & guidance, suspend & forecast, scrap & forecast,
                scrap & guidance, abandon & target, drop & guidance, drop & target, drop & forecast
            *kept: reaffirm, reiterate, confirm & outlook, confirm & guidance, maintain & outlook, backs & outlook, reinstate
            *delayed: delay, postpone
            """),
        StoryMatter(
            "contract.lost", .any,
            """
            *disputed: protest, challenge, sue, appeal
            *replaced: retender, replacement, award
            """),
        StoryMatter(
            "contract. vendor. technology.", .any,
            """
            listed: shortlist, finalist, preferred bidder, preferred supplier, in running
            chosen: select, choose, pick, award, win, sign, ink, land, order, secure, contract, tap
            live: go live, live, complete, deliver, finish, cut over, completion, delivery, first unit
            *disputed: protest, challenge, sue, appeal
            *ended: terminate, cancel, lose, end & contract, drop, scrap, walk away, termination, axe, ditch
            *grown: extend, extension, renew, renewal, option exercise, exercise option, expand
            """),
        StoryMatter(
            "partnership", .any,
            """
            *ended: end partnership, end alliance, terminate, dissolve, wind up, split, part way, exit, walk away, call off
            *grown: expand partnership, deepen, broaden, extend, renew, expand alliance, expand collaboration
            *finished: complete, conclude
            """),
        StoryMatter(
            "product.launch", .any,
            """
            tried: preview, beta, pilot, trial, early access, tease, prototype, concept
            ordered: pre order, preorder
            cleared: approve & fda, fda clear, fda clearance, fda approval, ce mark, win approval, 510
            released: availability, available, ship, shipping, on sale, hit shelf, roll out, rollout
            *grown: expand, extend, add, update, upgrade
            *delayed: delay, postpone, push back, pause
            *ended: discontinue, withdraw, pull, kill, sunset, retire, drop, scrap, axe
            """),
        StoryMatter(
            "product.recall", .any,
            """
            *grown: expand recall, widen recall, widen, expand, extend recall, add to recall, update recall
            *ended: end recall, lift, terminate recall, complete recall, resume sale, return to shelf
            *sued: sue, lawsuit, class action
            *probed: investigate, investigation, probe
            *fined: fine, penalty
            *linked: death, outbreak grow, ill
            """),
        StoryMatter(
            "cyber. outage.", .any,
            """
            *sued: sue, lawsuit, class action, suit
            *fined: fine, penalty, settle, settlement
            *paid: pay ransom, paid ransom
            *found: investigator, cause of, blame, report find, inquiry
            *charged: charge, arrest, indict, plead
            """),
        StoryMatter(
            "rating.", .any,
            """
            cut: cut, downgrade, lower, slash
            raised: raise, upgrade, lift
            watched: outlook, watch, review, turn negative, turn positive
            kept: affirm, confirm, maintain
            *withdrawn: withdraw
            """),
        StoryMatter(
            "regulation. industry.", .any,
            """
            proposed: propose, proposal, consult, consultation, threaten, plan, consider, draft, warn of, vote to strike, authorize
            begun: final rule, finalize, finalise, adopt, begin, take effect, impose, walk out, go on strike, in force, start
            *ended: end, lift, reopen, resume, ratify, tentative agreement, tentative deal, call off, suspend strike
            *struck: strike down, block, overturn, vacate, stay, pause, delay, repeal, scrap, rescind
            """),
    ]
}
