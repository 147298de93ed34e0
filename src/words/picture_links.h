#pragma once

// What makes an address one of a picture or film: data, to be added to.

#include <algorithm>
#include <array>
#include <string_view>

namespace safelead::words {

/// Endings of names, without the dot; sorted.
inline constexpr auto picture_endings = std::to_array<std::string_view>(
    {"3g2", "3gp",  "apng", "arw",   "avi",  "avif", "bmp",  "cr2",  "cr3",  "dng", "emf", "eps",  "flv",
     "gif", "gifv", "heic", "heics", "heif", "hevc", "icns", "ico",  "jfif", "jp2", "jpe", "jpeg", "jpg",
     "jxl", "m2ts", "m3u8", "m4v",   "mkv",  "mov",  "mp4",  "mpd",  "mpeg", "mpg", "nef", "ogv",  "pcx",
     "png", "psd",  "svg",  "svgz",  "tga",  "tif",  "tiff", "webm", "webp", "wmf", "wmv", "xcf"});

[[nodiscard]] constexpr bool is_picture_ending(std::string_view lower)
{
    return std::ranges::binary_search(picture_endings, lower);
}

/// Places that keep nothing else; each with all that stand under it.
inline constexpr auto picture_hosts = std::to_array<std::string_view>({"imgur.com",
                                                                       "prnt.sc",
                                                                       "prntscr.com",
                                                                       "photos.app.goo.gl",
                                                                       "photos.google.com",
                                                                       "ibb.co",
                                                                       "imgbb.com",
                                                                       "postimg.cc",
                                                                       "postimages.org",
                                                                       "gyazo.com",
                                                                       "flickr.com",
                                                                       "flic.kr",
                                                                       "photobucket.com",
                                                                       "giphy.com",
                                                                       "gph.is",
                                                                       "tenor.com",
                                                                       "gfycat.com",
                                                                       "pbs.twimg.com",
                                                                       "i.redd.it",
                                                                       "v.redd.it",
                                                                       "preview.redd.it",
                                                                       "streamable.com",
                                                                       "imageshack.com",
                                                                       "snapchat-cdn.net",
                                                                       "cdninstagram.com",
                                                                       "cdn.discordapp.com",
                                                                       "media.discordapp.net",
                                                                       "googleusercontent.com",
                                                                       "pic.twitter.com",
                                                                       "pic.x.com",
                                                                       "share.icloud.com"});

/// Places that keep pictures in some of their folders, and documents in others: how the path begins.
struct PictureFolder {
    std::string_view host;
    std::string_view path;
};
inline constexpr auto picture_folders = std::to_array<PictureFolder>(
    {{"1drv.ms", "/i/"}, {"1drv.ms", "/v/"}, {"icloud.com", "/photos"}, {"icloud.com", "/sharedalbum"}});

/// Places whose ordinary addresses have long marks in them that only they can read.
inline constexpr auto long_address_hosts = std::to_array<std::string_view>(
    {"google.com", "google.co.uk", "forms.office.com", "forms.microsoft.com", "forms.cloud.microsoft",
     "teams.microsoft.com", "safelinks.protection.outlook.com"});

}  // namespace safelead::words
