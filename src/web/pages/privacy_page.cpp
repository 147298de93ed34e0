#include "web/pages/open_pages.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

void part(Html& out, const Speaker& say, const Phrase& heading, std::initializer_list<Phrase> points)
{
    out << "<h2 class=\"govuk-heading-m\">" << say(heading)
        << "</h2>\n<ul class=\"govuk-list govuk-list--bullet\">";
    for (const Phrase& words : points) out << "<li>" << say(words) << "</li>";
    out << "</ul>\n";
}

}  // namespace

Page privacy_page(const Speaker& say)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Privacy"_p) << "</h1>\n";
    part(
        out, say, "If you only read"_p,
        {"The pages for young people, for parents and on what to do now set no cookie, count nobody and load "
         "nothing from "
         "anywhere else."_p,
         "The program’s own log says which page was asked for, when, and how long it took. It does not say by whom."_p,
         "Your browser’s history still shows that you were here. On the pages for young people and parents "
         "it says only "
         "“Safelead”."_p});
    part(out, say, "If you sign in"_p,
         {"A cookie keeps you signed in until you sign out or stop using it. Another one guards the sign-in "
          "form. If you come by an account elsewhere, one says so until you sign out. There is no other "
          "use of cookies."_p,
          "Your name, e-mail address, organisation and role are kept, and that you read or changed a case is "
          "recorded: that "
          "protects the children in it."_p});
    part(
        out, say, "If it is about you or your child"_p,
        {"What staff write is kept sealed (encrypted). The database and its backups can’t be read without a "
         "key that is kept apart "
         "from them. Whoever runs the computer with that key could read it."_p,
         "Only people with a duty in the case see it, and each reading is recorded."_p,
         "**No image, video or other file is ever kept**, and no form asks for a description."_p,
         "The school, or the agency that wrote it, decides what is kept and for how long, and answers your "
         "request to see it. Ask "
         "the school’s safeguarding lead or its data protection officer. Some things may be held back to keep a child safe."_p});
    out << "<h2 class=\"govuk-heading-m\">" << say("Where this stands"_p) << "</h2><p class=\"govuk-body\">"
        << say("This is the program’s own statement. A partnership that puts it to use must add who the data "
               "controllers are, its "
               "data protection impact assessment, how long things are kept and whom to complain to (in the "
               "end, the Information "
               "Commissioner). If this page does not name them, that has not been done."_p)
        << "</p>";
    return {.language = say.language(), .title = say.plain("Privacy"_p), .main = std::move(out)};
}

}  // namespace safelead::web
