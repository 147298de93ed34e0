#include "web/pages/law_parts.h"

namespace safelead::web {

namespace {

Html recording(const Speaker& say)
{
    return law_part(
        say,
        {"recording",
         "What the police must record"_p,
         {"The National Police Chiefs’ Council says that sharing between children is first of all a "
          "safeguarding "
          "matter. But once police are told, **they must record a crime**, even if they do nothing more. "
          "Most cases "
          "with pressure, profit or an adult in them need a full investigation."_p,
          "**A talk with a Safer Schools Officer is telling the police.** Ask for advice without names if "
          "that is "
          "what you want, and say so first."_p,
          "Since 2024, the police’s own guidance is reported to tell apart aggravated, non-aggravated and "
          "repeated "
          "cases, and to record a child in a non-aggravated one as a “person involved” and not as a suspect."_p},
         {{"Leeds one minute guide No. 155, April 2017"_p, Basis::guide_2017},
          {"College of Policing, briefing note"_p, Basis::seen},
          {"that a talk with an officer is telling the police"_p, Basis::project_rule},
          {"National Police Chiefs’ Council guidance of 2024, as the Youth Justice Legal Centre reports it"_p,
           Basis::second_hand}}});
}

Html outcome_21(const Speaker& say)
{
    return law_part(
        say,
        {"outcome-21",
         "Outcome 21"_p,
         {"Every crime that is recorded gets a code for how it ended. Outcome 21 says that further "
          "investigation, "
          "which could have provided evidence sufficient to support formal action against the suspect, is "
          "not in the "
          "public interest. It is a **police decision**."_p,
          "It is not a finding of guilt, not a caution, and not something a school can give, ask for or promise."_p,
          "It has been used for sharing between children since January 2016; the code itself is reported to "
          "be "
          "from April 2015. It suits sharing that was not abusive, with no sign of exploitation, grooming, "
          "pressure, "
          "profit, malice, wide sharing, an adult, or that it goes on and on."_p,
          "The guide of 2017 says that the young person has broken the law and that the police could prove "
          "it. That "
          "goes further than the official words, which are about not carrying an investigation further."_p,
          "Other outcomes that may come up: 22 (a diversion, such as a course, and no further action), 8 "
          "(community "
          "resolution), 20 (another agency takes it further)."_p},
         {{"Leeds one minute guide No. 155, April 2017"_p, Basis::guide_2017},
          {"Home Office outcome codes and the College of Policing’s note, as quoted by Unlock and others"_p,
           Basis::second_hand},
          {"that the code is from April 2015"_p, Basis::general}}});
}

Html record_checks(const Speaker& say)
{
    return law_part(
        say,
        {"record-checks",
         "Does it show on a criminal record check?"_p,
         {"Outcome 21 is no conviction and no caution, so never automatically on a basic or standard check. "
          "On an "
          "enhanced check a chief officer may include what they reasonably believe relevant and think ought "
          "to be "
          "included. For Outcome 21 that is very unlikely; the police decide it, and **sources disagree "
          "about "
          "“never”**. So nobody should promise a child that there will be no record."_p,
          "Cautions of young people have not been shown automatically since 28 November 2020."_p},
         {{"Police Act 1997, section 113B; filtering rules of 28 November 2020"_p, Basis::general},
          {"advice published by Unlock, which says it will not be shown, and by others, who say it may be"_p,
           Basis::second_hand}}});
}

}  // namespace

Html law_on_police(const Speaker& say)
{
    Html out;
    return out << recording(say) << outcome_21(say) << record_checks(say);
}

Html law_of_2026(const Speaker& say)
{
    Html out;
    out << law_part(
        say,
        {"guidance-2026",
         "Guidance that is law to follow, and has changed"_p,
         {"**Keeping children safe in education 2026** has been in force since 1 September 2026: statutory, "
          "for "
          "schools and colleges. **Working together to safeguard children** was issued again in 2026 and "
          "replaces the edition of 2023. “Sharing nudes and semi-nudes” (last updated 11 March 2024) is "
          "advice, "
          "not statutory; nothing newer was found."_p},
         {{"Keeping children safe in education 2026, through a public comparison of its clauses"_p,
           Basis::second_hand},
          {"leedsscp.org.uk, on what changed in Working together 2026"_p, Basis::seen},
          {"gov.uk, page of Sharing nudes and semi-nudes"_p, Basis::seen}}});
    out << law_part(
        say,
        {"acts-2026",
         "The Acts of 2026, and what has not begun"_p,
         {"**Crime and Policing Act 2026 (chapter 20)**, Royal Assent 29 April 2026. One: an offence about "
          "AI made "
          "for producing images of child abuse (section 72, a new section 46A in the Sexual Offences Act "
          "2003). "
          "**Whether it is in force: not verified.**"_p,
          "Two: a duty on adults who work with children to report sexual offences against children. The "
          "Government "
          "said that it would begin later, with guidance of its own. **No date of beginning was found, so it "
          "is "
          "treated as not in force.** Safelead holds it as rules that are switched off. Once it begins, a "
          "school may no "
          "longer be free to deal with some cases alone: take legal advice then."_p,
          "**Children’s Wellbeing and Schools Act 2026 (chapter 21), section 4** (a new section 16LA in the "
          "Children "
          "Act 2004): a duty to share information that is relevant to keeping a child safe, unless sharing "
          "would be "
          "more harmful to the child than not sharing. **Whether it is in force: not verified.** Worry about "
          "sharing "
          "must not stand in the way of keeping a child safe in any case."_p},
         {{"published copy of the Crime and Policing Act 2026 and reports of it"_p, Basis::seen},
          {"gov.uk, memorandum of 13 February 2026, and answers in Parliament, on when the duty begins"_p,
           Basis::seen},
          {"legislation.gov.uk, section 4 as enacted"_p, Basis::seen},
          {"that the duty is held switched off"_p, Basis::project_rule}}});
    return out;
}

}  // namespace safelead::web
