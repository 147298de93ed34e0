#pragma once

// What makes an address one of a picture or film: data, to be added to.

#include <array>
#include <string_view>

namespace safelead::words {

/// Endings of names, without the dot; sorted.
inline constexpr auto picture_endings = std::to_array<std::string_view>(
    {"3g2",  "3gp",  "apng", "avi", "avif", "bmp", "dng", "flv",  "gif",  "gifv", "heic", "heics", "heif",
     "hevc", "jfif", "jp2",  "jpe", "jpeg", "jpg", "jxl", "m2ts", "m3u8", "m4v",  "mkv",  "mov",   "mp4",
     "mpd",  "mpeg", "mpg",  "ogv", "png",  "psd", "svg", "svgz", "tif",  "tiff", "webm", "webp",  "wmv"});

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
                                                                       "media.discordapp.net"});

/// Places whose ordinary addresses have long marks in them that only they can read.
inline constexpr auto long_address_hosts = std::to_array<std::string_view>(
    {"google.com", "google.co.uk", "forms.office.com", "forms.microsoft.com", "forms.cloud.microsoft",
     "teams.microsoft.com", "safelinks.protection.outlook.com"});

}  // namespace safelead::words
