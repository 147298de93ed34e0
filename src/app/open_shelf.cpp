#include "app/open_shelf.h"

#include "app/who_to_ring.h"
#include "base/unavailable.h"
#include "exchange/figures_json.h"
#include "exchange/open_text_reader.h"
#include "exchange/training_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace safelead::app {

namespace {

namespace fs = std::filesystem;
using exchange::FileFault;

std::string read_file(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file)
        throw Unavailable{fmt::format("{} cannot be read: is the guidance folder complete?", path.string())};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// What is in a folder, in alphabetical order; nothing if there is no such folder.
std::vector<fs::path> inside(const fs::path& folder)
{
    std::vector<fs::path> found;
    if (!fs::is_directory(folder)) return found;
    for (const auto& entry : fs::directory_iterator{folder}) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

/// Every text of an area: <shelf>/<language>/<name>.md.
std::vector<fs::path> text_files(const fs::path& texts)
{
    std::vector<fs::path> files;
    for (const auto& shelf : inside(texts))
        for (const auto& language : inside(shelf))
            for (auto& file : inside(language))
                if (file.extension() == ".md") files.push_back(std::move(file));
    return files;
}

Result<guidance::OpenText, FileFault> read_text(const fs::path& path, const std::string& area,
                                                const exchange::Numbers& numbers)
{
    const auto file = path.string();
    const auto name = path.stem().string();
    const auto language = path.parent_path().filename().string();
    const auto shelf = path.parent_path().parent_path().filename().string();
    const exchange::TextPlace place{
        .file = file, .area = area, .shelf = shelf, .language = language, .name = name};
    return exchange::parse_open_text(place, read_file(path), numbers);
}

/// Every area's training, whose guides must be there.
Result<learning::Curriculum, FileFault> read_training(const fs::path& folder,
                                                      const std::vector<std::string>& areas,
                                                      const guidance::OpenTexts& texts)
{
    std::vector<learning::Curriculum> files;
    std::string last;
    for (const auto& area : areas) {
        const auto file = folder / "local" / area / "training.json";
        if (!fs::exists(file)) continue;
        last = file.string();
        files.push_back(SL_TRY(exchange::parse_training(last, read_file(file), area)));
    }
    auto joined = learning::join(files);
    if (!joined) return fail(FileFault{last, 0, joined.error().field, joined.error().problem});
    for (const auto& topic : joined->topics)
        if (!topic.guide.empty() && texts.find("guides", topic.guide) == nullptr)
            return fail(FileFault{last, 0, "topics", fmt::format("{} is no guide", topic.guide)});
    for (const auto& one : joined->guides)
        if (texts.find("guides", one.guide) == nullptr)
            return fail(FileFault{last, 0, "guides", fmt::format("{} is no guide", one.guide)});
    return *std::move(joined);
}

}  // namespace

Result<OpenShelf, FileFault> read_open_shelf(const fs::path& folder, const LocalGuidance& local)
{
    const exchange::Numbers numbers{local.contacts, local.history};
    std::vector<guidance::OpenText> texts;
    auto folders = local.areas;
    folders.insert(folders.begin(), "england");
    for (const auto& area : folders)
        for (const auto& path : text_files(folder / "local" / area / "texts"))
            texts.push_back(SL_TRY(read_text(path, area, numbers)));
    OpenShelf shelf;
    for (const auto& area : folders) {
        const auto file = folder / "local" / area / "figures.json";
        if (!fs::exists(file)) continue;
        auto sets = SL_TRY(exchange::parse_figures(file.string(), read_file(file)));
        std::ranges::move(sets, std::back_inserter(shelf.figures));
    }
    shelf.texts = guidance::OpenTexts{std::move(texts)};
    shelf.training = SL_TRY(read_training(folder, folders, shelf.texts));
    return shelf;
}

}  // namespace safelead::app
