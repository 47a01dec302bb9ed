"""The words of the page of findings, in English and Norwegian. `{name}` is filled in by findings_page."""

WORDS = {"en": {
    "file": "findings.md",
    "title": "Findings: stable against cyclical appropriations",
    "other": "*På norsk: [funn.md](funn.md).*",
    "made": "Written by `{command}` with {version}; population at scale {scale}; seeds {first_seed} to "
            "{last_seed}, each over {phases} start phases of the cycle. Kroner of {price_year}; money and "
            "job-years discounted by {rate} % a year. Machine: {processor}.",
    "short": "In short",
    "question": "Two appropriations {equal}, over a business cycle of eight years and the five years after "
                "it: one is the same each year; the other grows by a fifth for each percentage point of "
                "unemployment above normal and shrinks as much below, as published a year before. The same "
                "persons live through both, with the same luck and the same cycle.",
    "larger": "**The {larger} appropriation gives more work than the {smaller} one: {value} job-years over "
              "the whole period**, with a 95 % interval of {low} to {high}. For scale: "
              "measures hold {places} place-years in that time, and the difference is {a_billion} job-years for "
              "each billion kroner appropriated.",
    "none": "**No detectable difference in work.** The point estimate is {value} job-years more with the "
            "{larger} appropriation, but the 95 % interval ({low} to {high}) holds zero. For scale: measures "
            "hold {places} place-years in that time, and the point estimate is {a_billion} job-years for each "
            "billion kroner appropriated.",
    "equal": "The present values of the two appropriations differ by {gap} %.",
    "level": "To be equal, the cyclical one is {level} % of the stable one in a normal year.",
    "sign_stays": "The sign does not turn within what is not known: in all {cells} combinations of the "
                  "assumptions below, {name} gives more.",
    "sign_turns": "The sign turns within what is not known: over {cells} combinations of the assumptions "
                  "below, stable gives more in {positive} and cyclical in {negative}.",
    "fit_none": "No fit to evidence is stored with the parameters: this page cannot say how well they "
                "reproduce what is published.",
    "fit": "The parameters reproduce {within} of {all} published figures within their width, {effects_within} "
           "of the {effects} on effects of measures among them.",
    "fit_no_effects": "**Effects of measures were not estimated for these parameters; they stand at what was "
                      "judged beforehand, so these are no findings about Norway yet.** Of {all} other published "
                      "figures the parameters reproduce {within} within their width.",
    "much": "By how much",
    "much_head": "| over the whole period | stable | cyclical | difference | 95 % interval |",
    "net": "Additional work in ordinary jobs (job-years)",
    "net_with_subsidised": "Additional work, subsidised jobs too (job-years)",
    "direct": "- effect on those who take part",
    "threat": "- effect of waiting for a place",
    "relabelling": "- effect of being registered with reduced capacity for a place",
    "cuts": "- effect of cuts in measures that were running",
    "displacement": "- displaced among others",
    "places": "Places in use (place-years)",
    "spending": "Spent on measures (NOK million)",
    "unspent": "Unspent, back to the Treasury (NOK million)",
    "benefits": "Benefits (NOK million)",
    "public_balance": "Public balance (NOK million)",
    "social_surplus": "Social surplus (NOK million)",
    "whom": "For whom",
    "whom_note": "Additional work in ordinary jobs, stable less cyclical, not discounted, displaced jobs counted "
                 "where they are lost. Groups overlap. Of {rows} intervals, one in twenty leaves zero by chance; "
                 "**bold** are those that do.",
    "whom_head": "| | job-years | 95 % interval |",
    "why": "Why",
    "why_text": "On {seeds} of the seeds, where the difference is {together} job-years. The largest part is "
                "{first}, then {second}.",
    "why_head": "| part of the difference | job-years |",
    "together": "together",
    "volume": "how many take part", "timing": "when they start", "mix": "which measures they are on",
    "composition": "who takes part", "effects": "what a start gives at that point of the cycle",
    "cuts_part": "cuts in measures that were running",
    "threat_part": "effects of waiting for a place", "displacement_part": "displacement",
    "gamma": "effects that follow the cycle by assumption",
    "frictions": "what offices and suppliers cannot follow", "remainder": "the rest",
    "sure": "How sure",
    "sure_text": "Chance alone moves the difference by {seed} job-years from one simulated history to another (standard "
                 "deviation); the interval above is of that, and of nothing else. Over the assumptions below it goes "
                 "from {lowest} to {highest} job-years. Parameters are held at their estimates. The model is one "
                 "model: what it leaves out stands in the [model card](model/model-card.md).",
    "moves": "What moves it most",
    "moves_row": "{i}. **{words}:** {least} job-years if {low}, {most} if {high}.",
    "displacement_assumed": "How many other jobs a job found displaces in the long run",
    "gamma_assumed": "Whether measures work better in slumps or in booms",
    "frictions_assumed": "Whether offices and suppliers can follow when money moves",
    "matching_assumed": "How searchers and vacancies meet",
    "no_displacement": "it displaces none", "displaces": "it displaces {value} %",
    "gamma_low": "they work better in slumps", "gamma_high": "they work better in booms",
    "off": "they follow at once", "on": "all frictions are on",
    "as_written": "as in the scenarios", "cobb_douglas": "by Cobb-Douglas",
    "den_haan": "by den Haan, Ramey and Watson",
    "more": "More: [the model card](model/model-card.md), [assumptions](model/assumptions.md), [how two budgets are "
            "compared](model/comparison.md).",
    "stable": "stable", "cyclical": "cyclical",
    "present_value": "of the same present value", "spent": "that spend the same",
    "place_months": "that give as many place-months", "as_given": "as the scenarios write them",
    "woman": "Women", "man": "Men", "young": "Under 30", "middle": "30 to 49", "old": "50 to 66",
    "compulsory": "Compulsory schooling alone", "secondary": "Upper secondary", "higher": "Higher education",
    "norway": "Born in Norway", "eea": "Born in other western countries or the EU's East",
    "outside": "Born outside the EEA", "long_term": "Long-term unemployed",
}, "nb": {
    "file": "funn.md",
    "title": "Funn: stabil mot konjunkturstyrt bevilgning",
    "other": "*In English: [findings.md](findings.md).*",
    "made": "Skrevet av `{command}` med {version}; befolkning i skala {scale}; frø {first_seed} til {last_seed}, hvert "
            "over {phases} startfaser i konjunkturen. Kroner av {price_year}; penger og årsverk neddiskontert med "
            "{rate} % i året. Maskin: {processor}.",
    "short": "Kort sagt",
    "question": "To bevilgninger {equal}, over en konjunktursyklus på åtte år og de fem årene etter: den ene er lik "
                "hvert år; den andre øker med en femdel for hvert prosentpoeng ledigheten er over det normale, og "
                "minker like mye under, slik ledigheten var kjent et år før. De samme personene lever gjennom begge, "
                "med de samme tilfeldighetene og den samme konjunkturen.",
    "larger": "**Den {larger} bevilgningen gir mer arbeid enn den {smaller}: {value} årsverk over hele perioden**, med "
              "et 95 %-intervall fra {low} til {high}. Til sammenligning: tiltakene har {places} plassår i den tiden, og "
              "forskjellen er {a_billion} årsverk for hver milliard kroner som er bevilget.",
    "none": "**Ingen påviselig forskjell i arbeid.** Punktanslaget er {value} årsverk mer med den {larger} "
            "bevilgningen, men 95 %-intervallet ({low} til {high}) inneholder null. Til sammenligning: tiltakene har "
            "{places} plassår i den tiden, og punktanslaget er {a_billion} årsverk for hver milliard kroner som er bevilget.",
    "equal": "Nåverdiene av de to bevilgningene skiller seg med {gap} %.",
    "level": "For å bli like er den konjunkturstyrte {level} % av den stabile i et normalt år.",
    "sign_stays": "Fortegnet snur ikke innenfor det vi ikke vet: i alle {cells} kombinasjoner av antakelsene nedenfor "
                  "gir den {name} bevilgningen mer.",
    "sign_turns": "Fortegnet snur innenfor det vi ikke vet: av {cells} kombinasjoner av antakelsene nedenfor gir den "
                  "stabile mest i {positive} og den konjunkturstyrte i {negative}.",
    "fit_none": "Det ligger ingen tilpasning til evidens ved parametrene: siden kan ikke si hvor godt de gjengir det som "
                "er publisert.",
    "fit": "Parametrene gjengir {within} av {all} publiserte tall innenfor bredden deres, blant dem {effects_within} av de "
           "{effects} om virkninger av tiltak.",
    "fit_no_effects": "**Virkningene av tiltak er ikke estimert for disse parametrene; de står slik de ble anslått på "
                      "forhånd, så dette er ennå ikke funn om Norge.** Av {all} andre publiserte tall gjengir parametrene "
                      "{within} innenfor bredden deres.",
    "much": "Hvor mye",
    "much_head": "| over hele perioden | stabil | konjunkturstyrt | forskjell | 95 %-intervall |",
    "net": "Mer arbeid i ordinære jobber (årsverk)",
    "net_with_subsidised": "Mer arbeid, også subsidierte jobber (årsverk)",
    "direct": "- virkning på dem som deltar",
    "threat": "- virkning av å vente på plass",
    "relabelling": "- virkning av omregistrering til nedsatt arbeidsevne",
    "cuts": "- virkning av kutt i tiltak i gang",
    "displacement": "- fortrengt blant andre",
    "places": "Plasser i bruk (plassår)",
    "spending": "Brukt på tiltak (mill. kr)",
    "unspent": "Ubrukt, tilbake til statskassen (mill. kr)",
    "benefits": "Ytelser (mill. kr)",
    "public_balance": "Offentlig balanse (mill. kr)",
    "social_surplus": "Samfunnsøkonomisk overskudd (mill. kr)",
    "whom": "For hvem",
    "whom_note": "Mer arbeid i ordinære jobber, stabil minus konjunkturstyrt, ikke neddiskontert; fortrengte jobber telles "
                 "der de går tapt. Gruppene overlapper. Av {rows} intervaller utelukker ett av tjue null ved en "
                 "tilfeldighet; de som gjør det, står med **halvfete** tall.",
    "whom_head": "| | årsverk | 95 %-intervall |",
    "why": "Hvorfor",
    "why_text": "På {seeds} av frøene, der forskjellen er {together} årsverk. Størst er {first}, så {second}.",
    "why_head": "| del av forskjellen | årsverk |",
    "together": "til sammen",
    "volume": "hvor mange som deltar", "timing": "når de starter", "mix": "hvilke tiltak de er på",
    "composition": "hvem som deltar", "effects": "hva en start gir på det punktet i konjunkturen",
    "cuts_part": "kutt i tiltak i gang",
    "threat_part": "virkninger av å vente på plass", "displacement_part": "fortrengning",
    "gamma": "virkninger som følger konjunkturen etter antakelse",
    "frictions": "det kontorer og leverandører ikke kan følge", "remainder": "resten",
    "sure": "Hvor sikkert",
    "sure_text": "Tilfeldighetene alene flytter forskjellen med {seed} årsverk fra en simulert historie til en annen "
                 "(standardavvik); intervallet ovenfor gjelder det, og ikke noe annet. Over antakelsene nedenfor går den fra "
                 "{lowest} til {highest} årsverk. Parametrene holdes ved anslagene. Modellen er én modell: hva den "
                 "utelater, står i [modellkortet](model/model-card.md).",
    "moves": "Hva som flytter den mest",
    "moves_row": "{i}. **{words}:** {least} årsverk om {low}, {most} om {high}.",
    "displacement_assumed": "Hvor mange andre jobber en jobb fortrenger på lang sikt",
    "gamma_assumed": "Om tiltak virker best i lav- eller høykonjunktur",
    "frictions_assumed": "Om kontorer og leverandører kan følge når pengene flytter seg",
    "matching_assumed": "Hvordan søkere og ledige stillinger møtes",
    "no_displacement": "den fortrenger ingen", "displaces": "den fortrenger {value} %",
    "gamma_low": "de virker best i lavkonjunktur", "gamma_high": "de virker best i høykonjunktur",
    "off": "de følger straks", "on": "alle friksjoner er på",
    "as_written": "som i scenarioene", "cobb_douglas": "etter Cobb-Douglas",
    "den_haan": "etter den Haan, Ramey og Watson",
    "more": "Mer: [modellkortet](model/model-card.md), [antakelsene](model/assumptions.md) og [hvordan to bevilgninger "
            "sammenlignes](model/comparison.md) (på engelsk).",
    "stable": "stabile", "cyclical": "konjunkturstyrte",
    "present_value": "med samme nåverdi", "spent": "som bruker like mye",
    "place_months": "som gir like mange plassmåneder", "as_given": "slik scenarioene skriver dem",
    "woman": "Kvinner", "man": "Menn", "young": "Under 30 år", "middle": "30 til 49 år", "old": "50 til 66 år",
    "compulsory": "Bare grunnskole", "secondary": "Videregående", "higher": "Høyere utdanning",
    "norway": "Født i Norge", "eea": "Født i andre vestlige land eller i EU i øst",
    "outside": "Født utenfor EØS", "long_term": "Langtidsledige",
}}
