#include "web/pages/record_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {
namespace {

Html paragraph(const Html& content)
{
    Html out;
    out << "<p class=\"govuk-body\">" << content << "</p>";
    return out;
}

Html heading(const Speaker& say, const Phrase& words)
{
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say(words) << "</h2>";
    return out;
}

/// Text for a program, as it is: it can be scrolled with the keyboard.
Html as_it_is(const Speaker& say, const Phrase& name, std::string_view content)
{
    Html out;
    out << "<pre class=\"safelead-verbatim\" tabindex=\"0\" role=\"region\" aria-label=\""
        << text(say.plain(name)) << "\">" << text(content) << "</pre>";
    return out;
}

Html what_it_proves(const Speaker& say)
{
    Html out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (
        const auto& words :
        {"Nothing that was written has been changed, taken out, put in later or put in another order: the checkpoint below would no longer fit."_p,
         "A checkpoint that somebody else holds shows that what was written up to then is still all there."_p,
         "Each entry can be shown to be in the record, at its place, without showing what it says."_p})
        out << "<li>" << say(words) << "</li>";
    out << "</ul>"
        << paragraph(
               say("It does not prove that what was written is true, or that everything that happened was "
                   "written down. Whoever runs this computer could keep a second record: that is what "
                   "witnesses on "
                   "other computers are for."_p));
    return out;
}

Html checkpoint_part(const Speaker& say, const app::RecordProof& proof)
{
    Html out;
    out << heading(say, "The last checkpoint"_p)
        << SummaryList{.rows = {{.key = say("Entries"_p), .value = text(std::to_string(proof.entries))},
                                {.key = say("Name of the log"_p), .value = text(proof.origin)},
                                {.key = say("Fingerprint of all entries"_p), .value = text(proof.root)}},
                       .classes = "safelead-hashes"}
        << paragraph(
               say("A checkpoint is made within a minute of anything being written. Keep a copy somewhere "
                   "else, on paper if you like: it can be held against the record in twenty years."_p))
        << as_it_is(say, "The checkpoint"_p, proof.note) << paragraph(say("The key that verifies it:"_p))
        << as_it_is(say, "The key line"_p, proof.key_line);
    return out;
}

Html witnesses_part(const Speaker& say, const directory::Zone& zone, const app::RecordProof& proof)
{
    Html out;
    out << heading(say, "Witnesses"_p);
    if (proof.witnesses.empty())
        return out << paragraph(say(
                   "No witness is set up. A witness is a computer that belongs to somebody else, such as the "
                   "local authority: "
                   "it remembers each checkpoint and raises the alarm at one that does not follow on."_p));
    out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& one : proof.witnesses) {
        out << "<li>";
        if (one.entries == 0)
            out << say("{0} has not signed anything yet"_p, {one.name});
        else
            out << say("{0} signed {1} entries on {2}"_p,
                       {one.name, std::to_string(one.entries), directory::words(zone.local(one.at).wall)});
        out << "</li>";
    }
    return out << "</ul>";
}

Html epochs_part(const Speaker& say, const directory::Zone& zone, const app::RecordProof& proof)
{
    Html out;
    out << heading(say, "When the end of the record was lost"_p);
    if (proof.epochs.empty())
        return out << paragraph(
                   say("Never. If an older copy of the record is put back, nothing can be done here "
                       "until whoever runs the server says that the end is lost, and why. "
                       "This page then tells it."_p));
    for (const auto& one : proof.epochs) {
        out << SummaryList{
            .rows = {
                {.key = say("Said on"_p), .value = text(directory::words(zone.local(one.at).wall))},
                {.key = say("Said by"_p), .value = say("Whoever runs the server, at its command line"_p)},
                {.key = say("Reason"_p), .value = text(one.reason)},
                {.key = say("Entries that had been signed"_p), .value = text(std::to_string(one.had))},
                {.key = say("Entries that were lost"_p), .value = text(std::to_string(one.lost()))},
                {.key = say("Number of the epoch that began"_p), .value = text(std::to_string(one.number))}}};
        if (one.lost() == 0)
            out << paragraph(
                say("No fewer entries were there than had been signed, but they were others."_p));
    }
    return out;
}

Html proof_part(const Speaker& say, const RecordShown& shown)
{
    Input input{.name = "entry",
                .label = {.content = say("Number of the entry"_p)},
                .hint = Hint{.content = say("From 1 to {0}"_p, {std::to_string(shown.proof->entries)})},
                .value = shown.asked,
                .inputmode = "numeric"};
    input.classes = "govuk-input--width-10";
    if (shown.not_proved) input.error = ErrorMessage{.content = say(*shown.not_proved)};
    Html out;
    out << heading(say, "Proof of one entry"_p) << "<form action=\"/record\" method=\"get\" novalidate>"
        << input << Button{.content = say("Show the proof"_p), .classes = "govuk-button--secondary"}
        << "</form>";
    if (!shown.entry_proof.empty())
        out << paragraph(say(
                   "This and the entry’s own bytes, from an export, are all that is needed to show that it is in the record."_p))
            << as_it_is(say, "The proof"_p, shown.entry_proof);
    return out;
}

}  // namespace

Html record_page(const Speaker& say, const directory::Zone& zone, const RecordShown& shown)
{
    Html out;
    if (shown.not_proved)
        out << ErrorSummary{.title = say("There is a problem"_p),
                            .errors = {{.content = say(*shown.not_proved), .href = "#entry"}}};
    out << "<h1 class=\"govuk-heading-l\">" << say("The record, and how to prove it"_p) << "</h1>"
        << paragraph(say("Courts, inspectors and families may ask whether this is what was written that day, "
                         "and whether it "
                         "is all there. It can be proved."_p))
        << what_it_proves(say);
    if (!shown.proof)
        return out << paragraph(say("There is no checkpoint yet: the first is made within a minute."_p));
    out << checkpoint_part(say, *shown.proof) << proof_part(say, shown)
        << witnesses_part(say, zone, *shown.proof) << epochs_part(say, zone, *shown.proof)
        << heading(say, "To verify it without this program"_p)
        << paragraph(say("Whoever runs the server can export the record: every entry, still sealed, with its "
                         "checkpoint and key. A short "
                         "program that needs nothing of ours verifies it."_p))
        << as_it_is(say, "Commands"_p,
                    fmt::format("safelead record export --data DIR --organisation {} --out EXPORT\n"
                                "tools/verify-export EXPORT --key '{}'\n",
                                shown.proof->organisation.text(), shown.proof->key_line));
    return out;
}

}  // namespace safelead::web
