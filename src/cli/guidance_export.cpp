#include "cli/guidance_export.h"

#include "app/export_dmn.h"
#include "base/unavailable.h"
#include "cli/exit_codes.h"

#include <fstream>
#include <ostream>

namespace safelead::cli {

int export_dmn(const GuidanceExportDmn& asked, const std::filesystem::path& guidance, std::ostream& out,
               std::ostream& errors)
{
    const auto document = app::export_dmn({guidance, asked.edition, asked.overlays, asked.version});
    if (!document) {
        errors << document.error().text << '\n';
        const bool bad_pack = document.error().because == app::NotExported::Because::bad_pack;
        return bad_pack ? exit_said_no : exit_wrong_use;
    }
    if (asked.file.empty()) {
        out << *document << std::flush;
        return exit_done;
    }
    std::ofstream file{asked.file, std::ios::binary | std::ios::trunc};
    file << *document << std::flush;
    if (!file) throw Unavailable{asked.file.string() + " can't be written: name another file with --out."};
    return exit_done;
}

}  // namespace safelead::cli
