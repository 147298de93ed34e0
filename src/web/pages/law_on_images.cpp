#include "web/pages/law_parts.h"

namespace safelead::web {

namespace {

Html whose_image(const Speaker& say)
{
    Html out;
    out << law_part(
        say,
        {"under-18",
         "Under 18, whoever took it"_p,
         {"It is against the law to take, make, share, show or have an indecent image of anyone under 18. "
          "Eighteen, not sixteen. It is so even where the child took it and agreed to share it, and a child "
          "can "
          "break this law with an image of themselves."_p,
          "Showing a screen is showing, even where nothing is sent."_p},
         {{"Protection of Children Act 1978, section 1; Criminal Justice Act 1988, section 160"_p,
           Basis::second_hand}}});
    out << law_part(
        say,
        {"narrow-exception",
         "One narrow exception"_p,
         {"There is one exception in the law, for images of somebody of 16 or 17 between two who are "
          "married, "
          "civil partners, or partners who live together in an enduring family relationship. Nobody under 18 "
          "has "
          "been able to marry in England since 27 February 2023. It hardly ever applies, and nobody should "
          "rely on "
          "it in deciding what to do: Safelead never uses it to advise less."_p},
         {{"Protection of Children Act 1978, section 1A; Marriage and Civil Partnership (Minimum Age) Act 2022"_p,
           Basis::second_hand},
          {"that Safelead does not use it"_p, Basis::project_rule}}});
    out << law_part(
        say,
        {"not-asked-for",
         "Sent to you without asking"_p,
         {"Someone who was sent an image without asking for it, and who did not keep it for an unreasonable "
          "time, has a defence to having it. It does not cover sending it on. So whether it was asked for is "
          "worth writing down."_p},
         {{"Criminal Justice Act 1988, section 160(2)(c)"_p, Basis::second_hand}}});
    return out;
}

Html how_made(const Speaker& say)
{
    Html out;
    out << law_part(
        say,
        {"made-by-computer",
         "Made or changed by a computer"_p,
         {"A realistic image that was made or changed by a computer, AI included, counts as if it were a "
          "photograph. Some drawings and cartoons are against the law too."_p},
         {{"Protection of Children Act 1978, section 7(7) and (8); Coroners and Justice Act 2009, section 62"_p,
           Basis::second_hand}}});
    out << law_part(
        say,
        {"without-agreement",
         "Sharing, or threatening to share, without agreement"_p,
         {"Sharing an intimate image of somebody of any age without their agreement, or threatening to, has "
          "been an offence since 31 January 2024."_p},
         {{"Sexual Offences Act 2003, section 66B"_p, Basis::second_hand}}});
    out << law_part(say, {"young-children",
                          "Very young children"_p,
                          {"A child under 10 can’t commit an offence: that is the age of criminal "
                           "responsibility. A child under 13 "
                           "can’t in law consent to sexual activity."_p},
                          {{"age of criminal responsibility"_p, Basis::general},
                           {"Sexual Offences Act 2003, through published local procedures"_p, Basis::seen}}});
    return out;
}

Html at_school(const Speaker& say)
{
    Html out;
    out << law_part(
        say,
        {"staff",
         "Staff"_p,
         {"Staff never look at, copy, print, share, store or save an image, and never ask a child to share "
          "or "
          "download one: it is illegal. [What to do instead](/now)."_p},
         {{"UK Council for Internet Safety, overview for all staff, updated 11 March 2024"_p, Basis::seen}}});
    out << law_part(
        say,
        {"phones",
         "A phone that may hold one"_p,
         {"A headteacher, or staff whom they have authorised, may search for some things without consent and "
          "take "
          "them. Where an indecent image of a child is suspected: don’t look, take the phone, and give it to "
          "the "
          "safeguarding lead."_p,
          "Two pieces of guidance pull apart here, and this page does not settle it. The guidance on "
          "searching says "
          "that what may be evidence goes to the police and is not erased. The guidance on image sharing "
          "lets the "
          "child delete it where no agency is involved. So nothing is deleted before the lead has decided, "
          "and "
          "asked the police where they may be involved."_p},
         {{"Education Act 1996, sections 550ZA to 550ZD"_p, Basis::general},
          {"Department for Education, Searching, screening and confiscation, July 2022, as quoted by others"_p,
           Basis::second_hand},
          {"that deletion waits"_p, Basis::project_rule}}});
    return out;
}

}  // namespace

Html law_on_images(const Speaker& say)
{
    Html out;
    return out << whose_image(say) << how_made(say) << at_school(say);
}

}  // namespace safelead::web
