#include "web/pages/guides_page.h"

#include "directory/local_time.h"
#include "web/html/components/button.h"
#include "web/html/components/input.h"
#include "web/html/components/tag.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using guidance::OpenText;

std::string address_of(const OpenText& guide)
{
    return "/guides/" + guide.name;
}

void append_search(Html& out, const Speaker& say, std::string_view asked)
{
    out << "<form method=\"get\" action=\"/guides\" role=\"search\">"
        << Input{.name = "words",
                 .label = {.content = say("Words to look for"_p)},
                 .value = std::string{asked},
                 .classes = "govuk-input--width-20",
                 .attributes = {{"maxlength", "100"}}}
        << Button{.content = say("Search the guides"_p), .classes = "govuk-button--secondary"} << "</form>\n";
}

void append_guide(Html& out, const Speaker& say, const OpenText& guide, Date today)
{
    out << "<li class=\"safelead-item\"><h2 class=\"govuk-heading-s govuk-!-margin-bottom-1\">"
        << "<a class=\"govuk-link\" href=\"" << text(address_of(guide)) << "\">"
        << say("{0}. {1}"_p, {std::to_string(guide.number.value_or(0)), guide.title}) << "</a> ";
    if (guidance::is_past_review(guide, today))
        out << Tag{.content = say("Past its review date"_p), .classes = "govuk-tag--red"};
    out << "</h2><p class=\"govuk-body govuk-!-margin-bottom-1\">" << text(guide.summary)
        << "</p><p class=\"safelead-source govuk-!-margin-bottom-0\">"
        << say("Edition {0}, {1}."_p, {std::to_string(guide.edition), directory::long_date(guide.published)})
        << " <a class=\"govuk-link\" href=\"" << text(address_of(guide)) << ".pdf\">"
        << say("One page to print: {0} (PDF)"_p, {guide.title}) << "</a></p></li>\n";
}

void append_imprint(Html& out, const Speaker& say, const OpenText& guide)
{
    std::string authors;
    for (const auto& author : guide.authors) authors += (authors.empty() ? "" : ", ") + author;
    out << "<p class=\"safelead-source\">"
        << say("One minute guide {0}. Edition {1}, {2}. By {3}. To be checked again by {4}. In English. Licence: {5}."_p,
               {std::to_string(guide.number.value_or(0)), std::to_string(guide.edition),
                directory::long_date(guide.published), authors, directory::long_date(guide.review_by),
                guide.licence.empty() ? "none given" : guide.licence})
        << "</p>\n";
}

}  // namespace

Html guides_page(const Speaker& say, const std::vector<const OpenText*>& guides, std::string_view asked,
                 Date today)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("One minute guides"_p)
        << "</h1>\n<p class=\"govuk-body-l\">"
        << say("For anybody who works with children. Each is one page, to read or to print."_p) << "</p>\n";
    append_search(out, say, asked);
    if (!asked.empty()) {
        out << "<p class=\"govuk-body\" role=\"status\">"
            << say("{0} with “{1}”. [All guides](/guides)"_p, {std::to_string(guides.size()), asked})
            << "</p>\n";
    }
    out << "<ul class=\"govuk-list\">\n";
    for (const OpenText* guide : guides) append_guide(out, say, *guide, today);
    return out << "</ul>\n<p class=\"govuk-body\">"
               << say("[A feed of the guides](/guides/feed), for a reader that tells you when one changes."_p)
               << "</p>\n";
}

Html guide_page(const Speaker& say, const OpenText& guide, const RingingNow& ringing)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << text(guide.title) << "</h1>\n<p class=\"govuk-body-l\">"
        << text(guide.summary) << "</p>\n";
    append_imprint(out, say, guide);
    out << "<p class=\"govuk-body no-print\"><a class=\"govuk-link\" href=\"" << text(address_of(guide))
        << ".pdf\">" << say("This guide on one page, to print (PDF)"_p) << "</a></p>\n"
        << text_body(say, guide, ringing) << text_provenance(say, guide, ringing.at.date)
        << "<p class=\"govuk-body no-print\">" << say("[All guides](/guides)"_p) << "</p>\n";
    return out;
}

std::string guides_feed(const std::vector<const OpenText*>& guides)
{
    Date updated{};
    for (const OpenText* guide : guides) updated = std::max(updated, guide->published);
    Html out;
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
           "xml:lang=\"en-GB\">\n<title>Safelead: one minute guides</title>\n<id>urn:safelead:guides</id>\n"
           "<link rel=\"self\" href=\"/guides/feed\"/>\n<updated>"
        << text(to_text(updated)) << "T00:00:00Z</updated>\n";
    for (const OpenText* guide : guides) {
        out << "<entry>\n<title>" << text(guide->title)
            << "</title>\n<id>urn:safelead:guide:" << std::int64_t{guide->number.value_or(0)} << ":"
            << std::int64_t{guide->edition} << "</id>\n<link href=\"" << text(address_of(*guide))
            << "\"/>\n<updated>" << text(to_text(guide->published)) << "T00:00:00Z</updated>\n<author><name>"
            << text(guide->authors.front()) << "</name></author>\n<summary>" << text(guide->summary)
            << "</summary>\n</entry>\n";
    }
    out << "</feed>\n";
    return std::move(out).bytes();
}

}  // namespace safelead::web
