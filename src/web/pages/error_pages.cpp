#include "base/bug.h"
#include "web/pages/open_pages.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

struct Words {
    Phrase heading;
    Phrase what_to_do;
};

Words words_of(Fault fault)
{
    switch (fault) {
        case Fault::not_found:
            return {"Page not found"_p,
                    "If you typed the address, check it. If you followed a link, the page may have moved, or "
                    "you may not be one of "
                    "those who may see it."_p};
        case Fault::forbidden:
            return {"This was not done"_p,
                    "Either the form did not come from this site, or it had been open for too long, or you "
                    "may not do this. Go back, "
                    "load the page again and send it again. What you typed may still be in the form."_p};
        case Fault::bad_request:
        case Fault::not_a_form:
        case Fault::misdirected:
            return {"That could not be understood"_p,
                    "Something was wrong with the way it was sent, not with what you wrote. Go back, load "
                    "the page again and send it "
                    "again."_p};
        case Fault::wrong_method:
            return {"That can’t be done here"_p,
                    "Go back to the page you came from and use the button there."_p};
        case Fault::timed_out:
            return {"That took too long"_p,
                    "The connection was too slow, and we stopped waiting. Go back and send it again. If it "
                    "is urgent, don’t wait: "
                    "tell the safeguarding lead in person."_p};
        case Fault::too_large:
        case Fault::target_too_long:
        case Fault::headers_too_large:
            return {
                "That was too long"_p,
                "It was more than we can take at once, so nothing of it was recorded. Go back and send it in two parts."_p};
        case Fault::carries_file:
            return {"Safelead keeps words, never files"_p,
                    "You sent a file. It was not kept, and nothing was recorded. Never send an image. Go "
                    "back and write what "
                    "was said, in words."_p};
        case Fault::too_many:
            return {"Too many tries"_p,
                    "To keep accounts safe, we ask you to wait a little. Try again in a few minutes. If it "
                    "is urgent, don’t wait: "
                    "tell the safeguarding lead in person."_p};
        case Fault::not_implemented:
            return {"Safelead can’t do that"_p, "Go back to the page you came from."_p};
        case Fault::internal:
            return {"Sorry, something went wrong"_p,
                    "It is our fault, not yours. Go back and try again. If what you sent was important, "
                    "check that it is there "
                    "before you rely on it, or write it on the paper form."_p};
        case Fault::unavailable:
            return {"Sorry, we can’t record anything just now"_p,
                    "What you sent was not recorded. Try again in a few minutes. If it is urgent, don’t "
                    "wait: tell the "
                    "safeguarding lead in person, and use the paper form."_p};
    }
    throw_bug("there is no such fault");
}

}  // namespace

Page error_page(const Speaker& say, Fault fault, std::string_view incident)
{
    const Words words = words_of(fault);
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say(words.heading) << "</h1>\n<p class=\"govuk-body\">"
        << say(words.what_to_do) << "</p>\n";
    if (!incident.empty()) {
        out << "<p class=\"govuk-body\">"
            << say("If you ask someone about it, give this number: **{0}**."_p, {incident}) << "</p>\n";
    }
    out << "<div class=\"safelead-danger\"><p class=\"govuk-body\">"
        << say("**If anyone is in danger now, ring [999](tel:999).** [What to do now and who to ring](/now) "
               "· "
               "[Paper form](/now/paper)"_p)
        << "</p></div>";
    return {.language = say.language(),
            .title = say.plain("There is a problem"_p),
            .title_kind = TitleKind::neutral,
            .main = std::move(out)};
}

}  // namespace safelead::web
