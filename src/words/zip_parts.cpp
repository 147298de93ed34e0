#include "words/zip_parts.h"

#include <zip.h>

#include <algorithm>

namespace safelead::words {

namespace {

constexpr std::size_t most_parts = 4000;
constexpr std::size_t most_unpacked = 64 << 20;

}  // namespace

void ZipParts::Close::operator()(zip* archive) const
{
    ::zip_discard(archive);
}

Result<ZipParts, Refusal> ZipParts::open(std::string_view bytes)
{
    zip_error_t error;
    ::zip_error_init(&error);
    zip_source_t* source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return fail(Refusal::broken);
    zip* opened = ::zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (opened == nullptr) {
        ::zip_source_free(source);
        return fail(Refusal::broken);
    }
    ZipParts parts{opened};
    if (!is_nothing_but_zip(bytes)) return fail(Refusal::carries_data);
    const auto count = ::zip_get_num_entries(opened, 0);
    if (count < 0) return fail(Refusal::broken);
    if (static_cast<std::size_t>(count) > most_parts) return fail(Refusal::too_much);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = ::zip_get_name(opened, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        parts.names_.emplace_back(name == nullptr ? "" : name);
    }
    return parts;
}

bool ZipParts::has(std::string_view name) const
{
    return std::ranges::find(names_, name) != names_.end();
}

Result<std::string, Refusal> ZipParts::read(std::string_view name)
{
    const auto found = std::ranges::find(names_, name);
    if (found == names_.end()) return fail(Refusal::broken);
    const auto index = static_cast<zip_uint64_t>(found - names_.begin());

    zip_stat_t said;
    if (::zip_stat_index(archive_.get(), index, 0, &said) != 0) return fail(Refusal::broken);
    if (said.encryption_method != ZIP_EM_NONE) return fail(Refusal::encrypted);
    if (said.comp_method != ZIP_CM_STORE && said.comp_method != ZIP_CM_DEFLATE)
        return fail(Refusal::other_kind);

    zip_file_t* part = ::zip_fopen_index(archive_.get(), index, 0);
    if (part == nullptr) return fail(Refusal::broken);
    std::string content;
    char piece[16384];
    zip_int64_t got = 0;
    while ((got = ::zip_fread(part, piece, sizeof piece)) > 0) {
        content.append(piece, static_cast<std::size_t>(got));
        read_ += static_cast<std::size_t>(got);
        if (read_ > most_unpacked) break;
    }
    ::zip_fclose(part);
    if (read_ > most_unpacked) return fail(Refusal::too_much);
    if (got < 0) return fail(Refusal::broken);
    return content;
}

}  // namespace safelead::words
