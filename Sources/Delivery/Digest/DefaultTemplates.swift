/// The wording that stands in where the operator has no template of their own.
///
/// Equal to the files of `Config/templates`, which a test compares: those are there to be read and changed, these
/// travel inside the binary.
enum DefaultTemplates {
    static let subject = #"""
        {{! Subject of the morning mail, one line. The names are those of digest.text.mustache. }}
        {{headline}}, {{day-short}}

        """#

    static let text = #"""
        {{! The morning as plain text. Lines are wrapped at 72 columns after rendering; a wrapped line continues below the
            text that follows its label. Delete this file to go back to the built-in wording; it is the same text.
            Only names, sections and inverted sections are read; a name without a value is skipped with its section. }}
        {{headline}}
        {{day}}{{#rep}}, for {{rep}}{{/rep}}
        {{#held-back}}
        {{held-back}}
        {{/held-back}}
        {{#quiet}}

        {{quiet}}
        {{/quiet}}
        {{#rows}}

        ------------------------------------------------------------------------
        {{rank}}  {{account}} ({{status}}{{#via}}, {{via}}{{/via}})
            {{#trigger}}{{trigger}}, {{/trigger}}{{happened}}

            {{reason}}
        {{#update}}
            {{update}}
        {{/update}}

        {{#tact}}
            Care    {{tact}}
        {{/tact}}
        {{#person}}
            Call    {{person}}{{#person-title}}, {{person-title}}{{/person-title}}
        {{/person}}
        {{#no-contact}}
            Call    {{no-contact}}
        {{/no-contact}}
        {{#no-phone}}
                    {{no-phone}}
        {{/no-phone}}
        {{#phone}}
                    {{phone}}
        {{/phone}}
        {{#email}}
                    {{email}}
        {{/email}}
        {{#hours}}
                    office hours {{hours}}
        {{/hours}}

        {{#opening}}
            Say     "{{opening}}"
        {{/opening}}
        {{#ask}}
            Ask     "{{ask}}"
        {{/ask}}

        {{#so-what}}
            Means   {{so-what}}
        {{/so-what}}
            Now     {{#why-now}}{{why-now}} {{/why-now}}Good until {{good-until}}.
        {{#evidence}}
            Proof   {{#quote}}"{{quote}}" - {{/quote}}{{citation}}
        {{#link}}
                    {{link}}
        {{/link}}
        {{#plain-link}}
                    {{plain-link}}
        {{/plain-link}}
        {{/evidence}}
        {{#also}}
            Also    {{also-reason}} ({{also-date}})
        {{/also}}

        {{#help}}
            Help    {{product}}{{#product-help}}: {{product-help}}{{/product-help}}
        {{/help}}
            Score   {{score}}{{#score-parts}} = {{score-parts}}{{/score-parts}} (ref {{reference}})
        {{#fallback}}
            Owner   {{fallback}}
        {{/fallback}}
        {{/rows}}
        {{#campaigns}}

        ------------------------------------------------------------------------
        Campaign: {{campaign}}
            {{campaign-share}}
        {{#campaign-evidence}}
            Proof   {{#quote}}"{{quote}}" - {{/quote}}{{citation}}
        {{#link}}
                    {{link}}
        {{/link}}
        {{#plain-link}}
                    {{plain-link}}
        {{/plain-link}}
        {{/campaign-evidence}}
        {{#campaign-means}}
            Means   {{campaign-means}}
        {{/campaign-means}}
            Now     {{#campaign-now}}{{campaign-now}} {{/campaign-now}}Good until {{campaign-until}}.
        {{#calls}}

        {{rank}}  {{account}} ({{status}}{{#via}}, {{via}}{{/via}})
            {{reason}}
        {{#update}}
            {{update}}
        {{/update}}
        {{#tact}}
            Care    {{tact}}
        {{/tact}}
        {{#person}}
            Call    {{person}}{{#person-title}}, {{person-title}}{{/person-title}}
        {{/person}}
        {{#no-contact}}
            Call    {{no-contact}}
        {{/no-contact}}
        {{#no-phone}}
                    {{no-phone}}
        {{/no-phone}}
        {{#phone}}
                    {{phone}}
        {{/phone}}
        {{#email}}
                    {{email}}
        {{/email}}
        {{#hours}}
                    office hours {{hours}}
        {{/hours}}
        {{#opening}}
            Say     "{{opening}}"
        {{/opening}}
        {{#ask}}
            Ask     "{{ask}}"
        {{/ask}}
        {{#so-what}}
            Means   {{so-what}}
        {{/so-what}}
        {{#why-now}}
            Now     {{why-now}}
        {{/why-now}}
        {{#also}}
            Also    {{also-reason}} ({{also-date}})
        {{/also}}
        {{#help}}
            Help    {{product}}{{#product-help}}: {{product-help}}{{/product-help}}
        {{/help}}
            Score   {{score}}{{#score-parts}} = {{score-parts}}{{/score-parts}} (ref {{reference}})
        {{#fallback}}
            Owner   {{fallback}}
        {{/fallback}}
        {{/calls}}
        {{/campaigns}}

        ------------------------------------------------------------------------
        {{watched}}{{#all-well}} {{all-well}}{{/all-well}}
        {{#fault-count}}
        {{fault-count}}
        {{/fault-count}}
        {{#faults}}
         -  {{fault}} ({{fault-age}})
        {{/faults}}
        {{#faults-more}}
         -  {{faults-more}}
        {{/faults-more}}

        """#

    static let html = #"""
        {{! The morning as HTML mail: one column of at most 640 px, styles inline because many mail programs drop the rest,
            one style block for dark screens and phones. Nothing is loaded from elsewhere. Every value arrives escaped.
            Delete this file to go back to the built-in wording; it is the same text. }}
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no">
        <title>{{headline}}, {{day-short}}</title>
        <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        a { text-underline-offset: 2px; }
        @media (max-width: 480px) {
          .page { padding: 12px 8px 24px !important; }
          .card { padding: 16px 14px !important; }
          .dial { display: block !important; text-align: center !important; }
        }
        @media (prefers-color-scheme: dark) {
          .back { background: #11151a !important; }
          .card { background: #1b2127 !important; border-color: #303942 !important; }
          .ink { color: #edf1f4 !important; }
          .soft { color: #a9b5bf !important; }
          .line { border-color: #303942 !important; }
          .call { background: #16302d !important; }
          .say { border-color: #4fc3b3 !important; }
          .rank, .dial { background: #4fc3b3 !important; color: #06201d !important; }
          .link { color: #6fd6c7 !important; }
          .care { background: #3a2a10 !important; color: #ffd79a !important; border-color: #d99a2b !important; }
        }
        </style>
        </head>
        <body class="back ink" style="margin:0;padding:0;background:#eef1f3;color:#16202a;
        font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;
        font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%;overflow-wrap:anywhere;word-break:break-word">
        <div style="display:none;max-height:0;overflow:hidden;opacity:0">{{preview}}</div>
        <table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0" border="0"
         style="background:#eef1f3"><tr><td class="page" align="center" style="padding:24px 16px 40px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"
         style="max-width:640px;table-layout:fixed;text-align:left">
        <tr><td style="padding:0 4px 16px">
          <h1 class="ink" style="margin:0;font-size:26px;line-height:1.25;font-weight:700;color:#16202a">{{headline}}</h1>
          <p class="soft" style="margin:4px 0 0;color:#52606d">{{day}}{{#rep}}, for {{rep}}{{/rep}}</p>
        {{#held-back}}
          <p class="soft" style="margin:4px 0 0;font-size:14px;color:#52606d">{{held-back}}</p>
        {{/held-back}}
        {{#several}}
          <p class="ink" style="margin:12px 0 0;font-size:15px;line-height:1.6;color:#16202a">
        {{#rows}}
        <strong>{{rank}}</strong>&nbsp; {{account}}<span class="soft" style="color:#52606d">
        {{#trigger}}
         &middot; {{trigger}}
        {{/trigger}}
        </span><br>
        {{/rows}}
        {{#campaigns}}
        {{#calls}}
        <strong>{{rank}}</strong>&nbsp; {{account}}<span class="soft" style="color:#52606d">
         &middot; {{campaign}}
        </span><br>
        {{/calls}}
        {{/campaigns}}
        </p>
        {{/several}}
        </td></tr>
        {{#quiet}}
        <tr><td class="card" style="background:#ffffff;border:1px solid #d9dfe4;border-radius:12px;padding:20px 24px">
          <p class="ink" style="margin:0;font-size:17px;color:#16202a">{{quiet}}</p>
        </td></tr>
        <tr><td style="height:16px;line-height:16px;font-size:0">&nbsp;</td></tr>
        {{/quiet}}
        {{#rows}}
        <tr><td class="card" style="background:#ffffff;border:1px solid #d9dfe4;border-radius:12px;padding:20px 24px">
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
          <td width="40" valign="top"><div class="rank" style="width:28px;height:28px;border-radius:14px;background:#0b6b60;
        color:#ffffff;text-align:center;font-size:15px;line-height:28px;font-weight:700">{{rank}}</div></td>
          <td valign="top">
            <h2 class="ink" style="margin:0;font-size:18px;line-height:28px;font-weight:700;color:#16202a">{{account}}</h2>
            <p class="soft" style="margin:0;font-size:14px;color:#52606d">{{status}}{{#trigger}} &middot; {{trigger}}{{/trigger}}
         &middot; {{happened}}
        {{#via}}
         &middot; {{via}}
        {{/via}}
        </p>
          </td></tr></table>
          <p class="ink" style="margin:14px 0 0;font-size:20px;line-height:1.35;font-weight:600;color:#16202a">{{reason}}</p>
        {{#update}}
          <p class="soft" style="margin:4px 0 0;font-size:14px;color:#52606d">{{update}}</p>
        {{/update}}
        {{#tact}}
          <p class="care" style="margin:14px 0 0;padding:10px 14px;border-left:4px solid #b45f06;background:#fff3e0;
        font-size:15px;color:#6b3a00">{{tact}}</p>
        {{/tact}}
          <div class="call" style="margin:16px 0 0;padding:14px 16px;border-radius:10px;background:#e6f3f1">
        {{#person}}
            <p class="ink" style="margin:0;color:#16202a"><strong>{{person}}</strong>
        {{#person-title}}
        <span class="soft" style="color:#45525e">&nbsp;{{person-title}}</span>
        {{/person-title}}
        </p>
        {{/person}}
        {{#no-contact}}
            <p class="ink" style="margin:0;color:#16202a">{{no-contact}}</p>
        {{/no-contact}}
        {{#no-phone}}
            <p class="soft" style="margin:2px 0 0;font-size:14px;color:#45525e">{{no-phone}}</p>
        {{/no-phone}}
        {{#phone}}
        {{#phone-link}}
            <p style="margin:10px 0 0"><a class="dial" href="{{phone-link}}" style="display:inline-block;padding:11px 20px;
        border-radius:8px;background:#0b6b60;color:#ffffff;font-weight:700;font-size:17px;line-height:1.3;
        text-decoration:none">Call {{phone}}</a></p>
        {{/phone-link}}
        {{^phone-link}}
            <p class="ink" style="margin:8px 0 0;font-weight:700;color:#16202a">{{phone}}</p>
        {{/phone-link}}
        {{/phone}}
        {{#hours}}
            <p class="soft" style="margin:8px 0 0;font-size:14px;color:#45525e">Office hours {{hours}}</p>
        {{/hours}}
        {{#email}}
            <p class="soft" style="margin:2px 0 0;font-size:14px;color:#45525e">{{email}}</p>
        {{/email}}
          </div>
        {{#opening}}
          <p class="soft" style="margin:18px 0 4px;font-size:13px;font-weight:700;color:#52606d">Say</p>
          <p class="say ink" style="margin:0;padding:2px 0 2px 14px;border-left:4px solid #0b6b60;font-size:18px;
        line-height:1.45;color:#16202a">{{opening}}</p>
        {{/opening}}
        {{#ask}}
          <p class="soft" style="margin:14px 0 4px;font-size:13px;font-weight:700;color:#52606d">Ask</p>
          <p class="say ink" style="margin:0;padding:2px 0 2px 14px;border-left:4px solid #0b6b60;font-size:18px;
        line-height:1.45;color:#16202a">{{ask}}</p>
        {{/ask}}
        {{#so-what}}
          <p class="soft" style="margin:18px 0 2px;font-size:13px;font-weight:700;color:#52606d">What it means for them</p>
          <p class="ink" style="margin:0;color:#16202a">{{so-what}}</p>
        {{/so-what}}
          <p class="soft" style="margin:14px 0 2px;font-size:13px;font-weight:700;color:#52606d">Why now</p>
          <p class="ink" style="margin:0;color:#16202a">{{#why-now}}{{why-now}}{{/why-now}}
        <span style="white-space:nowrap">Good until {{good-until}}.</span></p>
        {{#evidence}}
          <p class="soft line" style="margin:14px 0 0;padding:12px 0 0;border-top:1px solid #e3e8ec;font-size:14px;
        color:#52606d">{{#quote}}&ldquo;{{quote}}&rdquo;<br>{{/quote}}{{citation}}
        {{#link}}
         &middot; <a class="link" href="{{link}}" style="color:#0b6b60;word-break:break-word">{{link-host}}</a>
        {{/link}}
        {{#plain-link}}
         &middot; {{plain-link}}
        {{/plain-link}}
        </p>
        {{/evidence}}
        {{#also}}
          <p class="soft line" style="margin:14px 0 0;padding:12px 0 0;border-top:1px solid #e3e8ec;font-size:14px;
        color:#52606d"><strong>Also here:</strong> {{also-reason}} ({{also-date}})</p>
        {{/also}}
          <p class="soft line" style="margin:14px 0 0;padding:12px 0 0;border-top:1px solid #e3e8ec;font-size:13px;
        line-height:1.5;color:#52606d">
        {{#help}}
        What we can help with: {{product}}{{#product-help}}. {{product-help}}{{/product-help}}<br>
        {{/help}}
        Score {{score}}{{#score-parts}} = {{score-parts}}{{/score-parts}} &middot; <span style="white-space:nowrap">ref {{reference}}</span>
        {{#fallback}}
        <br>{{fallback}}
        {{/fallback}}
        </p>
        </td></tr>
        <tr><td style="height:16px;line-height:16px;font-size:0">&nbsp;</td></tr>
        {{/rows}}
        {{#campaigns}}
        <tr><td class="card" style="background:#ffffff;border:1px solid #d9dfe4;border-radius:12px;padding:20px 24px">
          <p class="soft" style="margin:0;font-size:13px;font-weight:700;color:#52606d">Campaign</p>
          <h2 class="ink" style="margin:2px 0 0;font-size:20px;line-height:1.35;font-weight:700;color:#16202a">{{campaign}}</h2>
          <p class="soft" style="margin:4px 0 0;font-size:14px;color:#52606d">{{campaign-share}}</p>
        {{#campaign-evidence}}
          <p class="ink" style="margin:12px 0 0;font-size:16px;color:#16202a">{{#quote}}&ldquo;{{quote}}&rdquo;<br>{{/quote}}<span class="soft" style="font-size:14px;color:#52606d">{{citation}}
        {{#link}}
         &middot; <a class="link" href="{{link}}" style="color:#0b6b60;word-break:break-word">{{link-host}}</a>
        {{/link}}
        {{#plain-link}}
         &middot; {{plain-link}}
        {{/plain-link}}
        </span></p>
        {{/campaign-evidence}}
        {{#campaign-means}}
          <p class="soft" style="margin:14px 0 2px;font-size:13px;font-weight:700;color:#52606d">What it means for them</p>
          <p class="ink" style="margin:0;color:#16202a">{{campaign-means}}</p>
        {{/campaign-means}}
          <p class="soft" style="margin:14px 0 2px;font-size:13px;font-weight:700;color:#52606d">Why now</p>
          <p class="ink" style="margin:0;color:#16202a">{{#campaign-now}}{{campaign-now}}{{/campaign-now}}
        <span style="white-space:nowrap">Good until {{campaign-until}}.</span></p>
        {{#calls}}
          <table role="presentation" class="line" width="100%" cellpadding="0" cellspacing="0" border="0"
         style="margin:18px 0 0;border-top:1px solid #e3e8ec"><tr>
          <td width="40" valign="top" style="padding:16px 0 0"><div class="rank" style="width:28px;height:28px;border-radius:14px;background:#0b6b60;
        color:#ffffff;text-align:center;font-size:15px;line-height:28px;font-weight:700">{{rank}}</div></td>
          <td valign="top" style="padding:16px 0 0">
            <h3 class="ink" style="margin:0;font-size:18px;line-height:28px;font-weight:700;color:#16202a">{{account}}</h3>
            <p class="soft" style="margin:0;font-size:14px;color:#52606d">{{status}}
        {{#via}}
         &middot; {{via}}
        {{/via}}
        </p>
            <p class="ink" style="margin:6px 0 0;color:#16202a">{{reason}}</p>
        {{#update}}
            <p class="soft" style="margin:4px 0 0;font-size:14px;color:#52606d">{{update}}</p>
        {{/update}}
          </td></tr></table>
        {{#tact}}
          <p class="care" style="margin:14px 0 0;padding:10px 14px;border-left:4px solid #b45f06;background:#fff3e0;
        font-size:15px;color:#6b3a00">{{tact}}</p>
        {{/tact}}
          <div class="call" style="margin:12px 0 0;padding:14px 16px;border-radius:10px;background:#e6f3f1">
        {{#person}}
            <p class="ink" style="margin:0;color:#16202a"><strong>{{person}}</strong>
        {{#person-title}}
        <span class="soft" style="color:#45525e">&nbsp;{{person-title}}</span>
        {{/person-title}}
        </p>
        {{/person}}
        {{#no-contact}}
            <p class="ink" style="margin:0;color:#16202a">{{no-contact}}</p>
        {{/no-contact}}
        {{#no-phone}}
            <p class="soft" style="margin:2px 0 0;font-size:14px;color:#45525e">{{no-phone}}</p>
        {{/no-phone}}
        {{#phone}}
        {{#phone-link}}
            <p style="margin:10px 0 0"><a class="dial" href="{{phone-link}}" style="display:inline-block;padding:11px 20px;
        border-radius:8px;background:#0b6b60;color:#ffffff;font-weight:700;font-size:17px;line-height:1.3;
        text-decoration:none">Call {{phone}}</a></p>
        {{/phone-link}}
        {{^phone-link}}
            <p class="ink" style="margin:8px 0 0;font-weight:700;color:#16202a">{{phone}}</p>
        {{/phone-link}}
        {{/phone}}
        {{#hours}}
            <p class="soft" style="margin:8px 0 0;font-size:14px;color:#45525e">Office hours {{hours}}</p>
        {{/hours}}
        {{#email}}
            <p class="soft" style="margin:2px 0 0;font-size:14px;color:#45525e">{{email}}</p>
        {{/email}}
          </div>
        {{#opening}}
          <p class="soft" style="margin:14px 0 4px;font-size:13px;font-weight:700;color:#52606d">Say</p>
          <p class="say ink" style="margin:0;padding:2px 0 2px 14px;border-left:4px solid #0b6b60;font-size:18px;
        line-height:1.45;color:#16202a">{{opening}}</p>
        {{/opening}}
        {{#ask}}
          <p class="soft" style="margin:14px 0 4px;font-size:13px;font-weight:700;color:#52606d">Ask</p>
          <p class="say ink" style="margin:0;padding:2px 0 2px 14px;border-left:4px solid #0b6b60;font-size:18px;
        line-height:1.45;color:#16202a">{{ask}}</p>
        {{/ask}}
        {{#so-what}}
          <p class="ink" style="margin:12px 0 0;color:#16202a">{{so-what}}</p>
        {{/so-what}}
        {{#why-now}}
          <p class="ink" style="margin:8px 0 0;color:#16202a">{{why-now}}</p>
        {{/why-now}}
        {{#also}}
          <p class="soft" style="margin:12px 0 0;font-size:14px;color:#52606d"><strong>Also here:</strong> {{also-reason}} ({{also-date}})</p>
        {{/also}}
          <p class="soft" style="margin:12px 0 0;font-size:13px;line-height:1.5;color:#52606d">
        {{#help}}
        What we can help with: {{product}}{{#product-help}}. {{product-help}}{{/product-help}}<br>
        {{/help}}
        Score {{score}}{{#score-parts}} = {{score-parts}}{{/score-parts}} &middot; <span style="white-space:nowrap">ref {{reference}}</span>
        {{#fallback}}
        <br>{{fallback}}
        {{/fallback}}
        </p>
        {{/calls}}
        </td></tr>
        <tr><td style="height:16px;line-height:16px;font-size:0">&nbsp;</td></tr>
        {{/campaigns}}
        <tr><td style="padding:4px 4px 0">
          <p class="soft" style="margin:0;font-size:14px;color:#52606d">{{watched}}{{#all-well}} {{all-well}}{{/all-well}}</p>
        {{#fault-count}}
          <p class="soft" style="margin:8px 0 0;font-size:14px;color:#52606d">{{fault-count}}</p>
        {{/fault-count}}
        {{#faults}}
          <p class="soft" style="margin:4px 0 0;padding-left:14px;font-size:14px;color:#52606d">{{fault}} ({{fault-age}})</p>
        {{/faults}}
        {{#faults-more}}
          <p class="soft" style="margin:4px 0 0;padding-left:14px;font-size:14px;color:#52606d">{{faults-more}}</p>
        {{/faults-more}}
        </td></tr>
        </table>
        </td></tr></table>
        </body>
        </html>

        """#
}
