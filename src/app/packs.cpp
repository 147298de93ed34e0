#include "app/packs.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "crypto/digest.h"
#include "exchange/exercises.h"
#include "exchange/pack_reader.h"
#include "exchange/worked_examples.h"

#include <algorithm>
#include <set>

namespace safelead::app {

namespace {

using exchange::PackFiles;
using guidance::OverlayDraft;
using guidance::Pack;
using guidance::PackDraft;
using guidance::PackFault;

std::string digest_of(std::string_view text)
{
    return to_hex(crypto::sha256(bytes_of(text)));
}

/// That of the list sha256sum would make of the files, so that anybody can work it out again.
std::string digest_of(const PackFiles& pack)
{
    std::string list;
    for (const auto& [name, file] : pack.files) list += digest_of(file.content) + "  " + name + "\n";
    return digest_of(list);
}

std::vector<std::filesystem::path> folders_with(const std::filesystem::path& parent, std::string_view file)
{
    std::vector<std::filesystem::path> folders;
    if (!std::filesystem::is_directory(parent)) return folders;
    for (const auto& entry : std::filesystem::directory_iterator{parent}) {
        if (std::filesystem::is_regular_file(entry.path() / file)) folders.push_back(entry.path());
    }
    std::ranges::sort(folders);
    return folders;
}

/// What stands in the folder of one edition.
struct EditionFiles {
    PackDraft draft;
    std::vector<guidance::WorkedExample> examples;
};

Result<EditionFiles, PackFault> read_edition(const std::filesystem::path& folder)
{
    const PackFiles files = SL_TRY(exchange::read_pack_files(folder));
    PackDraft draft = SL_TRY(exchange::parse_pack(files, digest_of(files)));
    if (draft.imprint.edition.text() != folder.filename().string())
        return fail(PackFault{draft.at, "edition", "is not the name of its folder"});
    const Pack pack = SL_TRY(guidance::build_pack(draft));
    auto examples = SL_TRY(exchange::parse_worked_examples(files, pack.vocabulary()));
    return EditionFiles{std::move(draft), std::move(examples)};
}

Result<OverlayDraft, PackFault> read_overlay(const std::filesystem::path& folder)
{
    const auto file = SL_TRY(exchange::read_overlay_file(folder));
    OverlayDraft overlay = SL_TRY(exchange::parse_overlay(file, digest_of(file.content)));
    if (overlay.overlay.text() != folder.filename().string())
        return fail(PackFault{overlay.at, "overlay", "is not the name of its folder"});
    return overlay;
}

Result<std::vector<guidance::Exercise>, PackFault> read_exercises(const std::filesystem::path& guidance,
                                                                  const guidance::Vocabulary& vocabulary)
{
    const auto file = guidance / "practice" / "exercises.json";
    if (!std::filesystem::is_regular_file(file)) return std::vector<guidance::Exercise>{};
    const auto text = SL_TRY(exchange::read_exercise_file(file));
    auto exercises = exchange::parse_exercises(text.content, vocabulary);
    if (!exercises)
        return fail(PackFault{
            {text.shown_as, exercises.error().line}, exercises.error().field, exercises.error().problem});
    return std::move(exercises).value();
}

template <class Item, class Name>
std::vector<std::string> names_of(const std::vector<Item>& items, Name name)
{
    std::vector<std::string> names;
    for (const Item& item : items) names.emplace_back(name(item).text());
    return names;
}

}  // namespace

Result<Packs, PackFault> Packs::load(const std::filesystem::path& guidance)
{
    Packs packs;
    for (const auto& folder : folders_with(guidance, "pack.json")) {
        EditionFiles edition = SL_TRY(read_edition(folder));
        packs.examples_.emplace(edition.draft.imprint.edition.text(), std::move(edition.examples));
        packs.drafts_.push_back(std::move(edition.draft));
    }
    if (packs.drafts_.empty())
        throw Unavailable{"There is no guidance in " + guidance.string() +
                          "; say where it is with --guidance."};
    std::ranges::sort(packs.drafts_, {}, [](const PackDraft& draft) { return draft.imprint.in_force_from; });
    for (const PackDraft& draft : packs.drafts_)
        packs.editions_.push_back(SL_TRY(guidance::build_pack(draft)));

    for (const auto& folder : folders_with(guidance / "overlays", "overlay.json")) {
        packs.overlays_.push_back(SL_TRY(read_overlay(folder)));
        const std::span<const OverlayDraft> last{&packs.overlays_.back(), 1};
        for (const PackDraft& draft : packs.drafts_) (void)SL_TRY(guidance::build_pack(draft, last));
    }
    packs.exercises_ = SL_TRY(read_exercises(guidance, packs.newest().vocabulary()));
    return packs;
}

const Pack* Packs::find(std::string_view edition) const
{
    const auto found = std::ranges::find_if(
        editions_, [edition](const Pack& pack) { return pack.edition().text() == edition; });
    return found == editions_.end() ? nullptr : &*found;
}

const Pack* Packs::in_force_on(Date day) const
{
    const Pack* in_force = nullptr;
    for (const Pack& pack : editions_) {
        if (pack.imprint().in_force_from <= day) in_force = &pack;
    }
    return in_force;
}

const std::vector<guidance::WorkedExample>& Packs::examples(std::string_view edition) const
{
    static const std::vector<guidance::WorkedExample> none;
    const auto found = examples_.find(edition);
    return found == examples_.end() ? none : found->second;
}

Result<Pack, NoSuchGuidance> Packs::with_overlays(std::string_view edition,
                                                  std::span<const std::string> overlays) const
{
    const Pack* plain = find(edition);
    if (plain == nullptr)
        return fail(NoSuchGuidance{std::string{edition},
                                   names_of(editions_, [](const Pack& p) { return p.edition(); })});
    if (overlays.empty()) return *plain;

    PackDraft draft = drafts_.at(static_cast<std::size_t>(plain - editions_.data()));
    std::string digests = draft.imprint.digest + "\n";
    std::vector<OverlayDraft> laid;
    std::set<std::string_view> names;
    for (const std::string& name : overlays) {
        const auto found = std::ranges::find_if(
            overlays_, [&](const OverlayDraft& draft_of) { return draft_of.overlay.text() == name; });
        if (found == overlays_.end())
            return fail(
                NoSuchGuidance{name, names_of(overlays_, [](const OverlayDraft& o) { return o.overlay; })});
        if (!names.insert(name).second) continue;
        laid.push_back(*found);
        digests += found->digest + "\n";
    }
    draft.imprint.digest = digest_of(digests);
    auto pack = guidance::build_pack(draft, laid);
    if (!pack) throw_bug("overlays that were right one by one are wrong together");
    return *std::move(pack);
}

}  // namespace safelead::app
