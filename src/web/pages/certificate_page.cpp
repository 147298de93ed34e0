#include "web/pages/certificate_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

Phrase reason_words(record::ErasureReason reason)
{
    switch (reason) {
        case record::ErasureReason::retention_ended:
            return "The time for which it must be kept has ended"_p;
        case record::ErasureReason::recorded_by_mistake:
            return "It was recorded by mistake: this child has no part in it"_p;
        case record::ErasureReason::court_order:
            return "A court has ordered it"_p;
        case record::ErasureReason::agreed_request:
            return "The young person or their family asked, and it was agreed"_p;
    }
    throw_bug("an erasure for no reason");
}

Phrase holder_words(record::CopyHolder holder)
{
    switch (holder) {
        case record::CopyHolder::social_care:
            return "Children’s social care"_p;
        case record::CopyHolder::police:
            return "The police"_p;
        case record::CopyHolder::health:
            return "A health service"_p;
        case record::CopyHolder::another_school:
            return "Another school or college"_p;
        case record::CopyHolder::local_authority:
            return "The local authority: the LADO, the Safer Schools Officer or the coordinator"_p;
        case record::CopyHolder::somebody_else:
            return "Somebody else"_p;
    }
    throw_bug("somebody unknown holds a copy");
}

std::array<std::pair<std::string_view, record::CopyHolder>, 6> record_copy_holders()
{
    using enum record::CopyHolder;
    return {{{"social_care", social_care},
             {"police", police},
             {"health", health},
             {"another_school", another_school},
             {"local_authority", local_authority},
             {"somebody_else", somebody_else}}};
}

namespace {

// It is on every certificate, so that it tells nobody whether anything is left out.
constexpr Phrase named_as_far =
    "Cases, concerns and conversations are named here only to those who may read them."_p;

}  // namespace

std::vector<std::string> destroyed_lines(const Speaker& say, const record::ChildErased& erased)
{
    std::vector<std::string> lines{say.plain(
        "The child’s own record: name, identity, all corrections, and what was written about holding or "
        "erasing it."_p)};
    for (const auto& one : erased.cases)
        lines.push_back(
            one.extent == record::ErasedExtent::whole
                ? say.plain("Case {0}, whole: no other child in it was left."_p, {one.reference.text()})
                : say.plain("Case {0}: what concerned this child alone."_p, {one.reference.text()}));
    for (const auto& one : erased.concerns)
        lines.push_back(say.plain("Concern {0}, whole."_p, {one.reference.text()}));
    for (const auto& one : conversations_in(erased))
        lines.push_back(say.plain(
            "Conversation {0}, whole: what the young person wrote to the school, what was answered, "
            "and the name they left, if they left one. Their code opens nothing any more."_p,
            {one.reference.text()}));
    lines.push_back(
        say.plain("What somebody was typing there, or on this child’s page, and had not sent."_p));
    return lines;
}

std::vector<std::string> left_lines(const Speaker& say, const record::ChildErased& erased)
{
    std::vector<std::string> lines;
    for (const auto& one : erased.cases)
        if (one.extent == record::ErasedExtent::childs_part)
            lines.push_back(
                say.plain("Case {0}: what is shared with the other children in it, also in referrals that "
                          "were sent from it, until the last of them is erased. If somebody typed this "
                          "child’s name there, it is still there."_p,
                          {one.reference.text()}));
    for (const auto& reference : erased.kept_concerns)
        lines.push_back(
            say.plain("Concern {0}: it is about other children too, and lasts as long as they do."_p,
                      {reference.text()}));
    lines.push_back(
        say.plain("The bytes of every entry, in their places, so that the record can still be proved. "
                  "Nobody can read them."_p));
    lines.push_back(
        say.plain("When entries were made, that this child’s number was in them, and who read the case "
                  "when. The number says nothing about who the child is."_p));
    lines.push_back(
        say.plain("Backups made before this: they still open with the keys of that time. If one is restored, "
                  "this child has to be erased again. The erasure is complete when the last of them, and the "
                  "keys kept for it, are destroyed."_p));
    lines.push_back(erased.conversations
                        ? say.plain("A conversation that somebody began with the school without saying who "
                                    "they were, and of which no concern about this child was made."_p)
                        : say.plain("A conversation that somebody began with the school without saying who "
                                    "they were, also where a concern was made of it."_p));
    for (const auto holder : erased.copies_with)
        lines.push_back(say.plain(
            "A copy that may be held outside: {0}. Send them the notice; each decides about its own."_p,
            {say.plain(holder_words(holder))}));
    lines.push_back(say.plain(
        "Anything that was told, sent or printed before this. It can’t be called back from here."_p));
    lines.push_back(
        say.plain("A report that somebody was typing and had not sent: it ends by itself within 14 days."_p));
    return lines;
}

Html bullets(const std::vector<std::string>& lines)
{
    Html out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& line : lines) out << "<li>" << text(line) << "</li>";
    return out << "</ul>";
}

Html certificate_page(const Speaker& say, const app::Certificate& certificate, const directory::Zone& zone,
                      std::string_view address)
{
    const auto& erased = certificate.erased;
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Certificate of erasure"_p) << "</h1>"
        << SummaryList{.rows = {{.key = say("Number"_p), .value = text(erased.id.text())},
                                {.key = say("When"_p),
                                 .value = text(directory::words(zone.local(certificate.at)))},
                                {.key = say("The child’s number"_p), .value = text(erased.child.text())},
                                {.key = say("Reason"_p), .value = say(reason_words(erased.reason))},
                                {.key = say("Asked by"_p),
                                 .value = say("{0}, {1}"_p, {certificate.names.of(erased.asked_by),
                                                             directory::words(zone.local(erased.asked_at))})},
                                {.key = say("Agreed by"_p),
                                 .value = text(certificate.names.of(erased.agreed_by))}}}
        << "<h2 class=\"govuk-heading-m\">" << say("What was destroyed"_p) << "</h2>"
        << bullets(destroyed_lines(say, erased)) << "<h2 class=\"govuk-heading-m\">"
        << say("What is left, and where"_p) << "</h2>" << bullets(left_lines(say, erased))
        << "<p class=\"govuk-body\">" << say(named_as_far) << "</p>";
    const auto link = [&](std::string_view to, const Phrase& words) {
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(address) << '/' << text(to)
            << "\">" << say(words) << "</a></p>";
    };
    link("text", "This certificate as plain text"_p);
    link("notice", "A notice to send to whoever may hold a copy, as plain text"_p);
    return out;
}

std::string certificate_text(const Speaker& say, const app::Certificate& certificate,
                             const directory::Zone& zone)
{
    const auto& erased = certificate.erased;
    std::string out = say.plain("Certificate of erasure"_p) + "\n\n";
    const auto line = [&](const Phrase& key, std::string_view value) {
        out += fmt::format("{}: {}\n", say.plain(key), value);
    };
    line("Number"_p, erased.id.text());
    line("When"_p, directory::words(zone.local(certificate.at)));
    line("The child’s number"_p, erased.child.text());
    line("Reason"_p, say.plain(reason_words(erased.reason)));
    line("Asked by"_p, certificate.names.of(erased.asked_by));
    line("Agreed by"_p, certificate.names.of(erased.agreed_by));
    out += "\n" + say.plain("What was destroyed"_p) + "\n";
    for (const auto& one : destroyed_lines(say, erased)) out += "- " + one + "\n";
    out += "\n" + say.plain("What is left, and where"_p) + "\n";
    for (const auto& one : left_lines(say, erased)) out += "- " + one + "\n";
    return out + "\n" + say.plain(named_as_far) + "\n";
}

std::string notice_text(const Speaker& say, const app::Certificate& certificate, const directory::Zone& zone,
                        std::string_view organisation)
{
    const auto& erased = certificate.erased;
    std::string out = say.plain("A child’s record was erased"_p) + "\n\n";
    out += say.plain("From: {0}"_p, {organisation}) + "\n";
    for (const auto holder : erased.copies_with)
        out += say.plain("To: {0}"_p, {say.plain(holder_words(holder))}) + "\n";
    out += "\n" +
           say.plain("On {0} we erased what we had recorded about one child. Reason: {1}."_p,
                     {directory::words(zone.local(certificate.at)), say.plain(reason_words(erased.reason))}) +
           "\n" + say.plain("Number of our certificate: {0}"_p, {erased.id.text()}) + "\n\n";
    std::string references;
    const auto line = [&references](const record::Reference& reference) {
        references += fmt::format("- {}\n", reference.text());
    };
    for (const auto& one : erased.cases) line(one.reference);
    for (const auto& one : erased.concerns) line(one.reference);
    for (const auto& one : erased.kept_concerns) line(one);
    if (!references.empty())
        out +=
            say.plain("Our references, under which you may have heard from us:"_p) + "\n" + references + "\n";
    return out +
           say.plain(
               "You may hold a copy of what we told you. Look at whether you still have to keep it, and "
               "tell us what you decided: you decide about your own."_p) +
           "\n\n" +
           say.plain(
               "This notice has no name in it, so that it can be sent and kept. One of these references "
               "may be about other children too: ask us which child it is before you erase anything."_p) +
           "\n";
}

Html certificates_page(const Speaker& say, const std::vector<app::Certificate>& all,
                       const directory::Zone& zone)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Certificates of erasure"_p) << "</h1>";
    if (all.empty()) return out << "<p class=\"govuk-body\">" << say("No child was erased."_p) << "</p>";
    out << "<ul class=\"govuk-list\">";
    for (const auto& one : all)
        out << "<li><a class=\"govuk-link\" href=\"/erasures/" << text(one.erased.id.text()) << "\">"
            << text(directory::words(zone.local(one.at))) << "</a></li>";
    return out << "</ul>";
}

}  // namespace safelead::web
