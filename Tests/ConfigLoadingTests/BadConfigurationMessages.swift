extension BadConfigurationTests {
    /// Fixture to what is said about it, `FILE` standing for its path.
    static let expected: [String: [String]] = [
        "accounts/bad-numbers.csv": [
            #"FILE:2:11: warning: employees is a whole number; found "about 40", left out"#,
            #"FILE:2:20: warning: cik is up to ten digits; found "12-34", left out"#,
            #"FILE:2:26: warning: lei is 20 letters and digits; found "SHORT", left out"#,
            "FILE:2:32: warning: country is a code of two letters, as in US, or GB for the United "
                + #"Kingdom; found "Germany", left out"#,
        ],
        "accounts/contact-of-nobody.csv": [
            "FILE:2:1: warning: contact Jo Roe names account nobody, which does not exist; left "
                + "out"
        ],
        "accounts/contact-without-role.yaml": [
            "FILE:5:9: error: a contact needs role: role word that rules use in affects: cfo, "
                + "controller, it-director"
        ],
        "accounts/country-name.yaml": [
            "FILE:4:14: error: country is a code of two letters, as in US, or GB for the United "
                + #"Kingdom; found "UK", left out"#
        ],
        "accounts/duplicate-id.csv": [
            "FILE:3:1: error: account acme is defined already at FILE:2:1"
        ],
        "accounts/empty.csv": [
            "FILE:1:1: error: file is empty; the first row names the columns: id,name,…"
        ],
        "accounts/headcount-in-words.yaml": [
            #"FILE:4:16: error: employees is a whole number from 0 to 100000000; found "many""#
        ],
        "accounts/missing-name.csv": [
            "FILE:3:6: error: name is empty; this row is left out"
        ],
        "accounts/misspelt-status.csv": [
            "FILE:2:11: error: status is one of prospect, active, lapsed, excluded; found "
                + #""exluded", this row is left out (did you mean excluded?)"#
        ],
        "accounts/misspelt-status.yaml": [
            "FILE:4:13: error: status is one of prospect, active, lapsed, excluded; found "
                + #""exclude" (did you mean excluded?)"#
        ],
        "accounts/no-known-header.csv": [
            "FILE:1:1: error: the header names no known table; accounts need id,name, contacts "
                + "account,name,role, touches account,date"
        ],
        "accounts/norway.yaml": [
            #"FILE:4:14: error: YAML reads NO as a boolean; for country put it in quotes: "NO""#
        ],
        "accounts/own-rival.yaml": [
            "FILE:2:3: warning: account acme is among its own rivals; left out"
        ],
        "accounts/repeated-column.csv": [
            "FILE:1:9: error: column name stands twice; the first counts"
        ],
        "accounts/semicolons.csv": [
            "FILE:1:1: error: columns are separated by semicolons; save the file separated by "
                + "commas"
        ],
        "accounts/text-after-quote.csv": [
            "FILE:2:6: error: text after the closing quote of this field; write a quote inside it "
                + #"twice (""). The row is left out"#
        ],
        "accounts/too-many-fields.csv": [
            "FILE:2:17: error: this row has 4 fields, the header 3; is a comma not in quotes? The "
                + "row is left out"
        ],
        "accounts/touch-with-bad-date.csv": [
            #"FILE:2:6: error: date is a day as in 2026-11-21; found "21.11.2026", this row is "#
                + "left out"
        ],
        "accounts/unclosed-quote.csv": [
            "FILE:2:6: error: the quote that opens here is never closed; this row is left out"
        ],
        "accounts/unknown-column.csv": [
            #"FILE:1:9: error: unknown column "industy" in accounts (did you mean industry?)"#
        ],
        "accounts/unknown-owner.yaml": [
            "FILE:2:3: warning: account acme: owner danna is not in reps.yaml; the fallback rep "
                + "gets its alerts (did you mean dana?)"
        ],
        "accounts/unknown-product.yaml": [
            "FILE:2:3: warning: account acme: product planner does not exist; left out (did you "
                + "mean planer?)"
        ],
        "accounts/utf-16.csv": [
            #"FILE:1:1: error: file is UTF-16, not UTF-8; save it as UTF-8 ("CSV UTF-8" in Excel)"#
        ],
        "profiles/backward-range.yaml": [
            #"FILE:5:18: error: employees is a number or a range, as in 50..5000 or ">= 100"; "#
                + #"found "500..50""#
        ],
        "profiles/empty-companies.yaml": [
            "FILE:4:16: error: a condition without a line fits every company; if that is meant, "
                + "write status: [prospect, active, lapsed]"
        ],
        "profiles/no-reasons.yaml": [
            "FILE:3:5: error: profile makers needs reasons: which triggers are a reason for them"
        ],
        "profiles/star-inside.yaml": [
            "FILE:7:21: error: * stands only at the end of a trigger family, as in leadership.*"
        ],
        "profiles/unknown-field.yaml": [
            #"FILE:5:7: error: unknown key "industri" in a condition (did you mean industry?)"#
        ],
        "profiles/unknown-relation.yaml": [
            "FILE:8:21: error: relations is one of itself, rival, incumbent, customer, supplier, "
                + #"industry, market, person; found "competitor"; rival competes with the account, "#
                + "incumbent with us"
        ],
        "profiles/unknown-status.yaml": [
            #"FILE:5:15: error: status is one of prospect, active, lapsed, excluded; found "activ" "#
                + "(did you mean active?)"
        ],
        "profiles/unquoted-comparison.yaml": [
            "FILE:5:18: error: an unquoted value that begins with '>' is a YAML text block; put "
                + #"text in quotes: ">= 100""#
        ],
        "profiles/unquoted-star.yaml": [
            "FILE:7:20: error: an unquoted value that begins with '*' is a YAML alias, which is "
                + #"not used here; put text in quotes: "*""#
        ],
        "reps.yaml/clock-as-number.yaml": [
            #"FILE:6:16: error: digest-at is a time of day, as in "07:00"; found "700"; YAML reads "#
                + "unquoted times as numbers, quote them"
        ],
        "reps.yaml/id-is-a-path.yaml": [
            "FILE:2:3: error: a rep's id names a digest file: letters, digits, '-', '_' and '.', "
                + "beginning with a letter or digit"
        ],
        "reps.yaml/unknown-weekday.yaml": [
            #"FILE:6:28: error: working-days is a day of the week, as in monday; found "freeday""#
        ],
        "reps.yaml/unknown-zone.yaml": [
            "FILE:5:15: error: timezone is a time zone name, as in America/Chicago; found "
                + #""America/Chikago""#
        ],
        "reps.yaml/zone-abbreviation.yaml": [
            #"FILE:5:15: error: timezone is a time zone name, as in America/Chicago; found "EST""#
        ],
        "rules/bare-text-under-unless.yaml": [
            #"FILE:14:9: error: say where it must stand, as in headline: "…" (only a macro such as "#
                + "$how-to may stand alone)"
        ],
        "rules/cyclic-macro.yaml": [
            "FILE:14:9: error: macro $one uses itself: $one → $two → $one",
            "FILE:15:9: error: macro $two uses itself: $two → $one → $two",
        ],
        "rules/disable-outside-local.yaml": [
            "FILE:1:11: error: disable belongs into rules/local; here, set the trigger's status: "
                + "disabled"
        ],
        "rules/empty-alternative.yaml": [
            "FILE:12:37: error: empty alternative; for words that may be missing write [a|b]"
        ],
        "rules/empty-condition.yaml": [
            "FILE:12:9: error: a condition needs headline, lead, body, text or filing"
        ],
        "rules/gap-at-edge.yaml": [
            "FILE:12:42: error: a gap '...' needs words on both sides; at the edge of a pattern "
                + "it does nothing"
        ],
        "rules/item-code-as-number.yaml": [
            #"FILE:12:38: error: YAML reads 5.02 as a number; put the item code in quotes: "5.02""#
        ],
        "rules/item-code-malformed.yaml": [
            #"FILE:12:39: error: items is a quoted item code, as in "5.02"; found "5.2""#
        ],
        "rules/missing-ask.yaml": [
            "FILE:3:5: error: trigger leadership.cfo needs ask: one question to open with"
        ],
        "rules/negation-as-boolean.yaml": [
            #"FILE:1:13: error: YAML reads no as a boolean; for negations put it in quotes: "no""#
        ],
        "rules/no-plain-word.yaml": [
            "FILE:12:20: error: pattern needs at least one plain word outside [...]; slots and "
                + "gaps alone would match any text"
        ],
        "rules/segment-without-slot.yaml": [
            "FILE:7:42: error: a [...] segment without a slot is never left out; drop the "
                + "brackets"
        ],
        "rules/shelf-life-without-unit.yaml": [
            "FILE:5:17: error: shelf-life is 1 to 3650 days with the unit, as in 90 days; found "
                + #""90", which has no unit"#
        ],
        "rules/short-stem.yaml": [
            "FILE:12:30: error: stem na* is shorter than 3 letters and would match too much"
        ],
        "rules/star-alone.yaml": [
            "FILE:12:36: error: '*' alone matches any word; write a stem (appoint*) or a gap "
                + "(...)"
        ],
        "rules/strength-out-of-range.yaml": [
            #"FILE:4:15: error: strength is a whole number from 1 to 5; found "9""#
        ],
        "rules/unclosed-bracket.yaml": [
            "FILE:12:30: error: '(' is never closed with ')'"
        ],
        "rules/unknown-macro.yaml": [
            "FILE:12:30: error: unknown macro $apoints (did you mean $appoints?)"
        ],
        "rules/unknown-slot.yaml": [
            "FILE:12:20: error: unknown slot {compny} (did you mean company?)"
        ],
        "rules/unknown-wording-slot.yaml": [
            "FILE:7:14: error: unknown slot {firm} (valid: company, other, person, role, money, "
                + "number, percent, date …)"
        ],
        "rules/unquoted-at.yaml": [
            "FILE:12:19: error: an unquoted value that begins with '@' is reserved in YAML; put "
                + #"text in quotes: "@cfo named""#
        ],
        "rules/unquoted-bar.yaml": [
            "FILE:12:19: error: an unquoted value that begins with '|' is a YAML text block; put "
                + #"text in quotes: "|cfo named""#
        ],
        "rules/unquoted-option.yaml": [
            "FILE:12:19: error: YAML cuts this value up, because '[' begins a list; put it in "
                + #"quotes: "[new] finance chief at {company}""#
        ],
        "rules/unquoted-percent.yaml": [
            "FILE:12:19: error: an unquoted value that begins with '%' is reserved in YAML; put "
                + #"text in quotes: "%cfo named""#
        ],
        "rules/unquoted-slot-alone.yaml": [
            "FILE:12:19: error: YAML reads {...} as a mapping; put headline in quotes, as in "
                + #""{company} …""#
        ],
        "rules/unquoted-slot.yaml": [
            "FILE:12:19: error: YAML cuts this value up, because '{' begins a mapping; put it in "
                + #"quotes: "{company} names {person} cfo""#
        ],
        "rules/unquoted-star.yaml": [
            "FILE:12:19: error: an unquoted value that begins with '*' is a YAML alias, which is "
                + #"not used here; put text in quotes: "*ceo named""#
        ],
        "sources/activity-on-the-web.yaml": [
            "FILE:4:10: error: url of an activity is the path of a file or directory; found "
                + #""https://seller.example/downloads.csv""#
        ],
        "sources/alias.yaml": [
            "FILE:2:9: error: an unquoted value that begins with '*' is a YAML alias, which is "
                + #"not used here; put text in quotes: "*base""#
        ],
        "sources/anchor.yaml": [
            "FILE:2:9: error: an unquoted value that begins with '&' is a YAML anchor, which is "
                + #"not used here; put text in quotes: "&base""#
        ],
        "sources/bad-indentation.yaml": [
            "FILE:4:4: error: expected a key here, as in name: value; check the indentation, and "
                + "quote text with special signs"
        ],
        "sources/billion-laughs.yaml": [
            "FILE:1:4: error: an unquoted value that begins with '&' is a YAML anchor, which is "
                + #"not used here; put text in quotes: "&a [x, x]""#,
            "FILE:2:4: error: an unquoted value that begins with '&' is a YAML anchor, which is "
                + #"not used here; put text in quotes: "&b [*a, *a]""#,
            "FILE:3:5: error: an unquoted value that begins with '*' is a YAML alias, which is "
                + #"not used here; put text in quotes: "*b""#,
        ],
        "sources/body-no-json.yaml": [
            "FILE:6:12: error: body is not JSON: Invalid value around character 1"
        ],
        "sources/body-without-post.yaml": [
            "FILE:5:12: error: body only goes with method: POST"
        ],
        "sources/boolean-for-text.yaml": [
            #"FILE:5:11: error: YAML reads on as a boolean; for name put it in quotes: "on""#
        ],
        "sources/broken-css-selector.yaml": [
            "FILE:5:22: error: rows: > cannot stand here; an element's name, .class, #id or "
                + "[attribute] belongs here"
        ],
        "sources/broken-xpath-selector.yaml": [
            "FILE:6:17: error: title: this [ is never closed with ]"
        ],
        "sources/colon-in-text.yaml": [
            "FILE:5:11: error: a ': ' inside unquoted text begins a new key; put the whole value "
                + #"in quotes: "Wire: all news""#
        ],
        "sources/column-as-rows.yaml": [
            "FILE:5:11: error: column(…) is a cell of a row; rows says which elements are the rows"
        ],
        "sources/comment-eats-text.yaml": [
            "FILE:5:16: warning: the text from '#' on is a comment to YAML; if it belongs to the "
                + "value, put the value in quotes"
        ],
        "sources/content-on-page.yaml": [
            "FILE:7:14: error: content only means something for kind: json, csv or stream"
        ],
        "sources/control-body-without-post.yaml": [
            "FILE:5:22: error: body of control only goes with method: POST"
        ],
        "sources/control-same-question.yaml": [
            "FILE:5:14: error: control asks the same question again; give it a url: or a body: of its own"
        ],
        "sources/credential-as-alone.yaml": [
            "FILE:5:20: error: credential-as needs credential:, the name of the file with the key"
        ],
        "sources/credential-as-misspelt.yaml": [
            "FILE:6:20: error: credential-as is basic, bearer, or the name of a header field, as "
                + #"X-Api-Key; found "baerer" (did you mean bearer?)"#
        ],
        "sources/credential-as-own-header.yaml": [
            "FILE:6:20: error: credential-as is basic, bearer, or the name of a header field, as "
                + #"X-Api-Key; found "Host""#
        ],
        "sources/credential-in-the-clear.yaml": [
            "FILE:4:10: warning: the key of credential: can be read on its way; ask over https"
        ],
        "sources/credential-is-a-path.yaml": [
            "FILE:5:17: error: credential is the name of a file, of letters, digits, '-', '_' and "
                + #"'.', beginning with a letter or digit; found "/etc/keys/register". The key itself never "#
                + "stands here"
        ],
        "sources/daily-index-on-feed.yaml": [
            "FILE:5:18: error: daily-index only means something for kind: filing"
        ],
        "sources/daily-index-without-day.yaml": [
            "FILE:5:18: error: daily-index is the same on all days; write the day as {yyyymmdd}",
            "FILE:5:18: error: unknown placeholder {quarter} in daily-index (valid: yyyy, q, yyyymmdd, today)",
        ],
        "sources/deep-brackets.yaml": [
            "FILE:1:42: error: brackets are nested more than 32 deep"
        ],
        "sources/duplicate-id.yaml": [
            "FILE:5:9: error: source wire is defined already at FILE:2:9"
        ],
        "sources/duplicate-key.yaml": [
            "FILE:5:5: error: key name stands more than once in this mapping; only one would "
                + "count"
        ],
        "sources/duration-as-clock.yaml": [
            "FILE:5:15: error: interval is a duration with its unit from 1 minute to 1 week, as "
                + #"in 15 minutes; found "0:15""#
        ],
        "sources/duration-in-months.yaml": [
            "FILE:5:17: error: first-poll is seed, or a window as in backfill 3 days; found "
                + #""backfill 1 month""#
        ],
        "sources/duration-too-short.yaml": [
            "FILE:5:15: error: interval is a duration with its unit from 1 minute to 1 week, as "
                + #"in 15 minutes; found "5 seconds""#
        ],
        "sources/duration-without-unit.yaml": [
            "FILE:5:15: error: interval is a duration with its unit from 1 minute to 1 week, as "
                + #"in 15 minutes; found "15", which has no unit"#
        ],
        "sources/empty-mapping-value.yaml": [
            "FILE:1:1: error: a sources file needs sources: places to look, by id"
        ],
        "sources/fastest-too-slow.yaml": [
            "FILE:6:14: error: fastest is longer than interval; fastest <= interval <= slowest"
        ],
        "sources/fetch-article-on-filing.yaml": [
            "FILE:5:20: error: fetch-article only means something for kind: feed, page, json or csv"
        ],
        "sources/forms-on-feed.yaml": [
            "FILE:5:12: error: forms only means something for kind: filing"
        ],
        "sources/id-with-space.yaml": [
            #"FILE:2:3: error: "the wire" is no id: one word of at most 100 letters, digits and "#
                + "signs, without spaces"
        ],
        "sources/keep-with-braces.yaml": [
            #"FILE:7:8: error: a name under keep is a pointer without braces, as in /type; found "{/type}""#,
            #"FILE:8:7: error: a name under keep is a pointer without braces, as in /type; found "type""#,
            "FILE:9:16: error: /status under keep needs at least one value, as in [filing]",
        ],
        "sources/list-entry-without-id.yaml": [
            "FILE:2:5: error: each source in a list needs an id"
        ],
        "sources/list-for-text.yaml": [
            #"FILE:5:11: error: YAML reads [...] as a list; put name in quotes, as in "[new] …""#
        ],
        "sources/marker-on-activity.yaml": [
            "FILE:5:13: error: marker only means something for kind: feed, page, filing, json or csv"
        ],
        "sources/method-lower-case.yaml": [
            #"FILE:5:13: error: method is one of GET, POST; found "post" (did you mean POST?)"#
        ],
        "sources/missing-url.yaml": [
            "FILE:3:5: error: source wire needs url: where it is; for activity the path of a file or "
                + "directory, counted from this directory. May hold {today}, {today-30d}, {yyyy}, {q}, "
                + "{yyyymmdd}, {page}, {offset} and, for a stream, {timepoint}"
        ],
        "sources/not-a-web-address.yaml": [
            "FILE:4:10: error: url is a web address, as in https://news.example/feed.xml; found "
                + #""ftp://wire.example/feed.xml""#
        ],
        "sources/not-utf-8.yaml": [
            "FILE:3:14: error: byte 0xE9 is not UTF-8; save the file as UTF-8"
        ],
        "sources/page-without-paging.yaml": [
            "FILE:4:10: error: {page} in url needs page:, which says how many pages are read"
        ],
        "sources/page-without-rows.yaml": [
            #"FILE:3:5: error: source room needs rows: the selector of its entries, as in "ul.news > li""#
        ],
        "sources/pages-all-the-same.yaml": [
            "FILE:5:11: error: each page would be the first again; put {page} or {offset} into url or "
                + "body, or say where the next address stands with more:"
        ],
        "sources/paging-misspelt.yaml": [
            #"FILE:5:12: error: unknown key "frist" in the paging (did you mean first?)"#,
            #"FILE:5:28: error: most is a whole number from 1 to 1000; found "0""#,
        ],
        "sources/password-in-url.yaml": [
            "FILE:4:10: error: url holds a user name or password; a source is fetched without one"
        ],
        "sources/pointer-with-tilde.yaml": [
            "FILE:5:13: error: in a JSON pointer '~' is written ~0 and '/' in a name ~1",
            "FILE:6:17: error: title: in a JSON pointer '~' is written ~0 and '/' in a name ~1",
        ],
        "sources/pointer-without-slash.yaml": [
            "FILE:5:11: error: rows is a JSON pointer that begins with '/', as in /results"
        ],
        "sources/post-without-body.yaml": [
            "FILE:5:13: error: method: POST needs body:, the question as JSON"
        ],
        "sources/quote-closed-late.yaml": [
            "FILE:5:11: error: the quote that opens here closes in line 6 with text after it; is "
                + "its closing quote missing?"
        ],
        "sources/records-without-title.yaml": [
            #"FILE:3:5: error: source warn needs title: what a record says, as in "{Company}, {City}""#
        ],
        "sources/sec-without-contact.yaml": [
            "FILE:4:10: warning: sec.gov asks for a contact address; source sec is not polled "
                + "until whynow.yaml has contact:"
        ],
        "sources/selector-on-feed.yaml": [
            "FILE:5:11: error: rows only means something for kind: page or json"
        ],
        "sources/shared-directory.yaml": [
            "FILE:7:10: error: source webinars takes its files from where source downloads takes them, and each would take the "
                + "other's: give each a directory of its own, or name one file for each",
            "FILE:10:10: error: source exports takes its files from where source downloads takes them, and each would take the "
                + "other's: give each a directory of its own, or name one file for each",
        ],
        "sources/slowest-too-fast.yaml": [
            "FILE:6:14: error: slowest is shorter than schedule.default-interval of whynow.yaml, "
                + "which holds here; fastest <= interval <= slowest"
        ],
        "sources/tab-indentation.yaml": [
            "FILE:3:1: error: a tab in the indentation; YAML wants spaces"
        ],
        "sources/tag.yaml": [
            "FILE:2:9: error: an unquoted value that begins with '!' is a YAML tag, which is not "
                + #"used here; put text in quotes: "!source""#
        ],
        "sources/template-empty-segment.yaml": [
            "FILE:5:20: error: title: a [segment] is left out when a reference in it is empty, but "
                + "this one has none"
        ],
        "sources/template-name-in-json.yaml": [
            "FILE:5:14: error: title: a reference is a pointer that begins with '/', as in {/name}"
        ],
        "sources/template-pointer-in-csv.yaml": [
            "FILE:5:22: error: title: a csv has columns, not pointers; write {City}"
        ],
        "sources/template-unclosed.yaml": [
            "FILE:5:24: error: title: this '{' is never closed",
            "FILE:6:15: error: summary: this '[' is never closed",
            "FILE:7:37: error: link: this '}' closes nothing",
            "FILE:8:15: error: id: a reference is empty",
        ],
        "sources/template-without-braces.yaml": [
            "FILE:5:12: error: title is the same for every record; a part of the record stands in "
                + #"braces, as in "{/name}""#,
            "FILE:6:11: error: date is the same for every record; a part of the record stands in "
                + #"braces, as in "{/filed}""#,
        ],
        "sources/text-after-quote.yaml": [
            "FILE:5:11: error: text after the closing quote; put the whole value in one pair of "
                + "quotes"
        ],
        "sources/text-for-boolean.yaml": [
            #"FILE:5:14: error: enabled is true or false; found "maybe""#
        ],
        "sources/timepoint-in-json.yaml": [
            "FILE:4:10: error: {timepoint} only means something for kind: stream",
            "FILE:5:16: error: timepoint only means something for kind: stream",
        ],
        "sources/top-level-list.yaml": [
            "FILE:1:1: error: a sources file is a mapping (sources: …); found a list"
        ],
        "sources/two-documents.yaml": [
            "FILE:5:1: error: a second '---' document; one file holds one"
        ],
        "sources/unclosed-quote.yaml": [
            "FILE:5:11: error: the quote that opens here is never closed"
        ],
        "sources/underscore-key.yaml": [
            #"FILE:5:5: error: unknown key "first_hand" in source wire (did you mean first-hand?)"#
        ],
        "sources/unknown-key.yaml": [
            #"FILE:5:5: error: unknown key "intervall" in source wire (did you mean interval?)"#
        ],
        "sources/unknown-kind.yaml": [
            "FILE:3:11: error: kind is one of feed, page, filing, json, csv, stream, activity; found "
                + #""feeds" (did you mean feed?)"#
        ],
        "sources/unknown-placeholder.yaml": [
            "FILE:4:10: error: unknown placeholder {number} in url (valid: today, today-30d, yyyy, q, "
                + "yyyymmdd, page, offset, timepoint)",
            "FILE:4:10: error: unknown placeholder {todya} in url (did you mean today?)",
        ],
        "sources/unquoted-template.yaml": [
            #"FILE:5:12: error: YAML reads {...} as a mapping; put title in quotes, as in "{company} …""#
        ],
        "whynow.yaml/not-a-network.yaml": [
            "FILE:2:11: error: allow is an address or a range, as in 10.1.0.0/16; found "
                + #""10.0.0.0/40""#
        ],
        "whynow.yaml/not-an-address.yaml": [
            #"FILE:1:10: error: contact is an e-mail address, as in ops@seller.example; found "ops "#
                + #"at seller.example""#
        ],
        "whynow.yaml/out-of-range.yaml": [
            #"FILE:2:28: error: sec-requests-per-second is a whole number from 1 to 10; found "50""#
        ],
        "whynow.yaml/size-without-unit.yaml": [
            "FILE:2:13: error: document is a size with its unit from 64 KB to 8 MB, as in 4 "
                + #"MB; found "16""#
        ],
        "whynow.yaml/smtp-delivery.yaml": [
            #"FILE:2:13: error: delivery is one of spool-only; found "smtp"; sending by SMTP is "#
                + "not offered yet, let the site's own mailer take the spool"
        ],
        "whynow.yaml/unknown-fallback-rep.yaml": [
            "FILE:1:15: warning: fallback-rep dan is not in reps.yaml; dana stands in (did you "
                + "mean dana?)"
        ],
        "whynow.yaml/unknown-section.yaml": [
            #"FILE:1:1: error: unknown key "netwerk" in the settings (did you mean network?)"#
        ],
    ]
}
