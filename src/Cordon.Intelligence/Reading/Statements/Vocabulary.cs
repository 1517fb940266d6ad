using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>The words that statements about attacks are made of.</summary>
internal static class Vocabulary
{
    /// <summary>Verbs of saying.</summary>
    public static readonly FrozenSet<string> Says = Words(
        "said says say saying told tells reported reports warned warns announced claimed claims claim alleged alleges stated states confirmed confirms disclosed revealed noted added adds believes believe believed assessed assesses assess concluded concludes informed wrote writes explained insisted insists maintains maintained argued suggested suggests acknowledged admitted tweeted testified briefed estimates estimated found finds pointed attributes attributed attribute blamed blames blame accused accuses accuse identified linked links ties tied named names charged indicted stressed allege boasted boasts assured assures declared declares asserted asserts contended contends conceded concedes complained emphasised emphasized traced traces reiterated recalled replied vowed cautioned remarked recounted thinks thought suspects suspect disclosed discloses disclose established learned warn argue argues maintain insist assert contend concede admit acknowledge swears swore thundered affirmed affirms attested countered counters detailed divulged hinted hints indicated indicates indicate lamented mentioned proclaimed quipped reckons reckoned repeated repeats responded responds retorted snapped underlined underscored confided confessed judged judges deduced"
    );

    /// <summary>Those of them that say of somebody what he is, after his name: "hackers linked to X".</summary>
    public static readonly FrozenSet<string> Links = Words(
        "linked tied attributed identified named found affiliated associated connected aligned believed known thought suspected"
    );

    /// <summary>Verbs of knowing and telling, of which it may be said that nobody does.</summary>
    public static readonly FrozenSet<string> Knows = Words(
        "say know known clear tell determine determined establish established identify disclose confirm specify"
    );

    /// <summary>Numbers and other words for how many.</summary>
    public static readonly FrozenSet<string> Quantities = Words(
        "two three four five six seven eight nine ten eleven twelve dozens dozen scores hundreds thousands several many various multiple numerous other"
    );

    /// <summary>Verbs of saying that something is not so.</summary>
    public static readonly FrozenSet<string> Denies = Words(
        "denied denies deny denying rejected rejects reject rejecting dismissed dismisses dismiss dismissing refuted refutes refute rebuffed disputed disputes dispute disputing disavowed disowned disowns disown repudiated repudiates rubbished rubbishes debunked debunks decried denounced denounces contested contests contradicted contradicts rebutted disagrees disagreed"
    );

    /// <summary>Verbs of taking something back.</summary>
    public static readonly FrozenSet<string> Retracts = Words(
        "retracted retracts retract retracting withdrawing withdrew withdraws withdrawn recanted recants corrected rescinded revoked"
    );

    /// <summary>What denials are about when they name no deed.</summary>
    public static readonly FrozenSet<string> Allegations = Words(
        "allegation allegations claim claims accusation accusations charge charges report reports statement involvement responsibility role connection link links complicity assessment attribution suggestion suggestions story finding findings part knowledge that it this any the"
    );

    /// <summary>Words that call something untrue.</summary>
    public static readonly FrozenSet<string> Untrue = Words(
        "false wrong baseless groundless unfounded nonsense absurd untrue fabricated fabrication incorrect slander slanderous ridiculous inaccurate fake lie lies invention invented unsubstantiated mistaken malicious fiction smear smears figment fantasy fairy hoax propaganda disinformation rubbish farcical laughable preposterous far-fetched defamatory libel libellous provocation concocted made-up untruth untruths hysteria insinuations fables fable myth bogus mendacious"
    );

    /// <summary>Verbs of attacking, in all forms; the second part of two words stands by itself.</summary>
    public static readonly FrozenSet<string> Attacks = Words(
        "target targets targeted targeting attack attacks attacked attacking hack hacks hacked hacking breach breaches breached breaching compromise compromises compromised compromising infiltrate infiltrated infiltrating penetrate penetrated penetrating break breaks broke breaking broken steal steals stole stealing stolen spy spied spying hit phish phished phishing exploit exploited exploiting intrude intruded sabotage sabotaged disrupt disrupted disrupting raided raid obtain obtained access accessed accessing probed probing scanned encrypted leaked exfiltrated defaced"
    );

    /// <summary>Attacks as nouns.</summary>
    public static readonly FrozenSet<string> AttackNouns = Words(
        "attack attacks cyberattack cyberattacks intrusion intrusions breach breaches hack hacks campaign campaigns attempt attempts operation operations hacking incident incidents cyber-attack cyber-attacks break-in break-ins infiltration assault assaults sabotage heist plundering looting theft thefts spying espionage compromise raid raids phishing leak"
    );

    /// <summary>Those who attack, as nouns.</summary>
    public static readonly FrozenSet<string> Attackers = Words(
        "hackers hacker attackers attacker actors actor group groups gang spies intruders cybercriminals criminals operators operatives team unit cyberspies hacktivists crew intruder outsiders outsider thieves thief cyberattackers extortionists fraudsters assailants perpetrators culprits saboteurs cyber-spies"
    );

    /// <summary>What states act through, and whom they send.</summary>
    public static readonly FrozenSet<string> StateOrgans = Words(
        "government governments ministry ministries military army intelligence agency agencies service services regime state states embassy bureau directorate directorates guard guards party president officers officer soldiers nationals national citizens"
    );

    /// <summary>What attackers are by their trade or whom they serve.</summary>
    public static readonly FrozenSet<string> KindsOfAttackers = Words(
        "state-backed state-sponsored nation-state state-linked government-backed government-linked foreign criminal criminals cybercriminals hacktivists mercenaries insider spies"
    );

    /// <summary>Of those who attack, the words that others are called by too.</summary>
    public static readonly FrozenSet<string> Teams = Words("group groups team unit operators crew");

    /// <summary>What makes a group one of attackers.</summary>
    public static readonly FrozenSet<string> Attacking = Words(
        "hacking hacker hackers ransomware extortion espionage spying cyber cyberespionage cyber-espionage criminal cybercrime threat hacktivist intrusion state-backed state-sponsored government-backed"
    );

    /// <summary>What of a state attacks.</summary>
    public static readonly FrozenSet<string> Forces = Words("army military regime soldiers navy spy spies");

    /// <summary>People of whom a deed makes attackers.</summary>
    public static readonly FrozenSet<string> Culprits = Words(
        "pair trio duo brothers member members affiliate affiliates operative freelancers freelancer man men woman women teenager teenagers student employee employees contractor nationals citizens officer officers agents insider suspects suspect defendants defendant conspirators somebody someone"
    );

    /// <summary>What no phrase for a victim begins with.</summary>
    public static readonly FrozenSet<string> NeverFirst = Words(
        "itself themselves himself herself and or nor but than as via during within execute be being been not only also how why where when"
    );

    /// <summary>What is traced to somebody, beside attacks and who attacks.</summary>
    public static readonly FrozenSet<string> Traces = Words(
        "activity activities malware infrastructure domain domains server servers address addresses tool tools toolset sample samples backdoor trojan ransomware worm implant program code men man woman women person people individuals suspects email emails lure lures message messages site sites effort efforts wave waves work deed deeds it them this these threat threats cluster clusters theft outage"
    );

    /// <summary>Who says something, where he is not named.</summary>
    public static readonly FrozenSet<string> Speakers = Words(
        "spokesman spokeswoman spokesperson spokespeople researcher researchers analyst analysts expert experts official officials officer officers company companies firm firms vendor vendors agency agencies ministry minister ministers police investigator investigators prosecutor prosecutors lawmaker lawmakers lawyer lawyers government governments report reports study paper minister ambassador consul envoy chair chairman chairwoman manager mayor governor premier secretary general commissioner ombudsman sheriff detective attorney counsel dean rector professor doctor chancellor command bureau directorate watchdog whistleblower employee employees spokespersons coalition alliance association federation newspaper newspapers press media reporters journalists people person sources source authority authorities embassy centre center service services president chief head director executive executives hospital university institute laboratory regulator regulators team group groups hackers attackers regime state department committee court judge indictment advisory statement scientists giant maker manufacturer supplier bank operator operators insider insiders witness witnesses diplomat diplomats senator senators parliament council board he she it they we who i others some many"
    );

    /// <summary>That it was tried.</summary>
    public static readonly FrozenSet<string> Tried = Words(
        "tried try tries trying attempted attempt attempts attempting sought seeks seeking aimed aiming wanted trató target targets targeted targeting attack attacked attacking attacks probed scanned phishing"
    );

    /// <summary>That it did not succeed.</summary>
    public static readonly FrozenSet<string> Failed = Words(
        "failed fail fails failing failure unsuccessful unsuccessfully thwarted thwart thwarts blocked block foiled repelled prevented stopped averted rebuffed neutralised neutralized intercepted repulsed parried defeated aborted abortive futile fruitless bungled botched foil foiling deflected detected-and-blocked vain"
    );

    /// <summary>That it succeeded.</summary>
    public static readonly FrozenSet<string> Succeeded = Words(
        "succeeded succeed successful successfully breached breach stole stolen took copied erased wiped destroyed plundered looted siphoned crippled paralysed paralyzed hijacked infected penetrated compromised infiltrated penetrated leaked exfiltrated accessed encrypted hacked broke gained obtained"
    );

    /// <summary>Verbs of working with something.</summary>
    public static readonly FrozenSet<string> Uses = Words(
        "used uses using use deployed deploys deploying deploy leveraged leverages leveraging installed installs installing delivered delivers delivering dropped drops dropping employed employs employing employ planted plants planting pushed pushing wielded wields wielding relied relies launched ran running loaded loading"
    );

    /// <summary>Words for some of many.</summary>
    public static readonly FrozenSet<string> Some = Words("some several few most majority partly partially part many");

    /// <summary>Words by which a speaker passes on, and does not vouch.</summary>
    public static readonly FrozenSet<string> Hedges = Words(
        "reportedly allegedly purportedly supposedly rumoured rumored sources"
    );

    /// <summary>Denials within a clause.</summary>
    public static readonly FrozenSet<string> Negations = Words(
        "not never nothing no neither nor n't 't without cannot"
    );

    /// <summary>Words that go before a verb and belong to it.</summary>
    public static readonly FrozenSet<string> Auxiliaries = Words(
        "has have had was were is are be been being will would could may might did does do also later however repeatedly immediately again firmly strongly flatly categorically publicly since then earlier subsequently quickly formally officially already now previously not never itself first initially once widely always"
    );

    /// <summary>Who a text calls the press.</summary>
    public static readonly FrozenSet<string> Press = Words(
        "press reporters journalists media newspapers newspaper television radio station site news daily weekly magazine broadcaster tabloid outlet outlets"
    );

    /// <summary>What names of newspapers and stations end with.</summary>
    public static readonly FrozenSet<string> Titles = Words(
        "Ledger Times Post Herald Gazette Zeitung Tribune Chronicle Journal News Courier Dispatch Observer Guardian Telegraph Standard Daily Weekly Press Star Mirror Mail Examiner Inquirer Bulletin Monitor Today Radio Television TV Broadcasting"
    );

    /// <summary>What is attacked, as nouns.</summary>
    public static readonly FrozenSet<string> Victims = Words(
        "company companies firm firms platform platforms software drive drives archive archives file files dossier dossiers centre centres center centers infirmary council store stores depot depots freezer freezers robot robots workstation workstations backup backups printer printers batch sequence sequences design designs blueprint blueprints contract contracts correspondence message messages inbox inboxes controls controllers equipment programme programmes program programs project projects result results mail code passports appointments list lists organization organizations organisation organisations agency agencies government governments ministry ministries department departments hospital hospitals clinic clinics bank banks school schools university universities institute institutes institution institutions laboratory laboratories lab labs maker makers manufacturer manufacturers producer producers supplier suppliers vendor vendors provider providers contractor contractors regulator regulators retailer insurer user users customer customers client clients patient patients victim victims people person employees staff officials researchers scientists journalists activists diplomats executives voters citizens individuals target targets system systems server servers network networks computer computers device devices machine machines account accounts mailbox mailboxes website websites site sites portal portals registry database databases infrastructure grid pipeline email emails record records data documents information files secrets technology research vaccine vaccines money funds credentials passwords sector sectors industry industries embassy embassies military parliament election campaign party chain facilities plant plants carrier carriers haulier hauliers shipper shippers warehouse warehouses distributor distributors pharmacy pharmacies developer developers trial trials logistics airline airlines airport airports port ports insurers retailers registries formula formulas recipe recipes"
    );

    /// <summary>Articles, and words in their place.</summary>
    public static readonly FrozenSet<string> Articles = Words("a an the this that these those its their one another");

    /// <summary>Words that begin sentences and are no names.</summary>
    public static readonly FrozenSet<string> Pointers = Words(
        "they this these once those when that what which while after before although previous previously other some many most with"
    );

    /// <summary>Words behind a noun by which more is told of it: prepositions, relatives, conjunctions.</summary>
    public static readonly FrozenSet<string> Connectives = Words(
        "of in from for at on by with to belonging such including where which that who and or against across within around"
    );

    /// <summary>Words by which a deed is one that may or does happen, and not one that did.</summary>
    public static readonly FrozenSet<string> Possible = Words(
        "can could may might will would often typically usually commonly able want looking"
    );

    /// <summary>Verbs by which something makes a deed possible, and conditions of it.</summary>
    public static readonly FrozenSet<string> Enables = Words(
        "allow allows allowed allowing let lets letting enable enables enabled enabling if once unless potentially whenever permits permit permitting helps makes requires require"
    );

    /// <summary>Forms of "be".</summary>
    public static readonly FrozenSet<string> Being = Words("is are was were be been being");

    /// <summary>A set of words that are written with spaces between; capitals count for nothing.</summary>
    public static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
