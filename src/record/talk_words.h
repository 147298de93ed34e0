#pragma once

// The words that codes are made of. Released: none is ever taken out, moved or added, because a code that was
// given would then mean another conversation.

#include <array>
#include <string_view>

namespace safelead::record {

inline constexpr std::array<std::string_view, 512> talk_words{
    "acorn",  "actor",   "alarm",  "album",  "amber",   "anchor",  "angle",   "ankle",   "apple",
    "apron",  "arch",    "arrow",  "atlas",  "attic",   "autumn",  "badge",   "badger",  "bagel",
    "baker",  "bakery",  "ball",   "banana", "band",    "banjo",   "barn",    "barrel",  "basil",
    "basket", "beach",   "beacon", "beak",   "bean",    "bear",    "beaver",  "beetle",  "bell",
    "belt",   "bench",   "berry",  "bike",   "birch",   "biscuit", "blanket", "blossom", "blue",
    "boat",   "book",    "bottle", "bowl",   "box",     "bracket", "branch",  "brave",   "bread",
    "breeze", "brick",   "bridge", "bright", "brown",   "brush",   "bubble",  "bucket",  "bugle",
    "bulb",   "bunny",   "bus",    "butter", "button",  "cabin",   "cable",   "cactus",  "cake",
    "camel",  "camera",  "camp",   "canal",  "candle",  "canoe",   "canvas",  "captain", "caravan",
    "card",   "carpet",  "carrot", "cart",   "castle",  "cat",     "cave",    "celery",  "cello",
    "chalk",  "chapel",  "chart",  "cheese", "cherry",  "chess",   "chief",   "chilli",  "chimney",
    "choir",  "cinema",  "circle", "circus", "city",    "clay",    "clever",  "cliff",   "clock",
    "cloud",  "clover",  "coat",   "cobble", "cocoa",   "coffee",  "coin",    "comet",   "compass",
    "cook",   "copper",  "corner", "cotton", "country", "crane",   "crayon",  "cream",   "cricket",
    "crown",  "crystal", "cuckoo", "cup",    "curtain", "cushion", "daisy",   "dance",   "dawn",
    "deer",   "desert",  "desk",   "dinner", "domino",  "donkey",  "door",    "dragon",  "drawer",
    "dream",  "drift",   "drum",   "duck",   "dune",    "eagle",   "early",   "earth",   "echo",
    "elbow",  "elm",     "ember",  "engine", "falcon",  "farm",    "farmer",  "feast",   "fence",
    "fern",   "ferry",   "fiddle", "field",  "film",    "finch",   "finger",  "fire",    "fish",
    "flag",   "flame",   "flask",  "fleece", "flock",   "flute",   "forest",  "fork",    "fossil",
    "fox",    "frame",   "friend", "frog",   "frost",   "fudge",   "funnel",  "galaxy",  "garage",
    "garden", "garlic",  "gate",   "giant",  "ginger",  "glass",   "glove",   "goat",    "gold",
    "goose",  "grain",   "grape",  "grass",  "gravel",  "green",   "guitar",  "gull",    "hammer",
    "harp",   "hat",     "hawk",   "hazel",  "hedge",   "helmet",  "heron",   "hill",    "hockey",
    "holly",  "honey",   "hood",   "hoop",   "horn",    "horse",   "hotel",   "house",   "ice",
    "igloo",  "ink",     "iron",   "island", "ivory",   "ivy",     "jacket",  "jam",     "jar",
    "jelly",  "jigsaw",  "jumper", "jungle", "kayak",   "kennel",  "kettle",  "king",    "kiosk",
    "kite",   "kitten",  "kiwi",   "koala",  "ladder",  "lake",    "lamb",    "lamp",    "lark",
    "laugh",  "laurel",  "lava",   "lawn",   "leaf",    "lemon",   "lentil",  "letter",  "lilac",
    "lily",   "lime",    "linen",  "lion",   "lizard",  "llama",   "locket",  "lolly",   "lorry",
    "lunch",  "magnet",  "magpie", "mango",  "map",     "maple",   "marble",  "market",  "marsh",
    "meadow", "melon",   "menu",   "middle", "milk",    "mill",    "mint",    "mirror",  "mitten",
    "monkey", "moon",    "moss",   "moth",   "motor",   "mouse",   "muffin",  "museum",  "music",
    "napkin", "narrow",  "nature", "needle", "nest",    "nettle",  "night",   "noodle",  "novel",
    "nutmeg", "oak",     "oasis",  "oats",   "ocean",   "olive",   "onion",   "opera",   "orange",
    "orbit",  "otter",   "oven",   "owl",    "oyster",  "paddle",  "paint",   "palace",  "panda",
    "paper",  "parade",  "park",   "parrot", "pasta",   "path",    "peach",   "peanut",  "pebble",
    "pen",    "pencil",  "pepper", "photo",  "piano",   "picnic",  "pigeon",  "pillow",  "pilot",
    "pine",   "pink",    "pirate", "pizza",  "planet",  "plate",   "plaza",   "plum",    "pocket",
    "poem",   "polar",   "pond",   "pony",   "poppy",   "porch",   "potato",  "prince",  "prize",
    "puddle", "puffin",  "puppet", "puppy",  "purple",  "puzzle",  "queen",   "quiet",   "quilt",
    "quiz",   "rabbit",  "radio",  "radish", "raft",    "rain",    "raisin",  "ranch",   "raven",
    "recipe", "red",     "reef",   "ribbon", "rice",    "ridge",   "ring",    "river",   "road",
    "robin",  "robot",   "rocket", "roof",   "rose",    "rowing",  "rubber",  "ruby",    "rugby",
    "ruler",  "saddle",  "sailor", "salad",  "salmon",  "salt",    "sandal",  "satin",   "saucer",
    "scarf",  "school",  "scout",  "scroll", "seal",    "season",  "seed",    "shadow",  "sheep",
    "shelf",  "shell",   "ship",   "shore",  "shovel",  "shower",  "silk",    "silver",  "singer",
    "skate",  "sketch",  "sledge", "smile",  "snail",   "snow",    "soap",    "sock",    "sofa",
    "soup",   "spade",   "spice",  "spider", "spiral",  "spoon",   "spring",  "square",  "stable",
    "stage",  "stairs",  "star",   "statue", "steam",   "stone",   "stool",   "storm",   "story",
    "stream", "street",  "summer", "sunny",  "swan",    "swift",   "table",   "tailor",  "tango",
    "teapot", "temple",  "tennis", "tent",   "thread",  "ticket",  "tiger",   "timber",  "toast",
    "toffee", "tomato",  "tooth",  "torch",  "tower",   "town",    "train",   "tree",    "tulip",
    "tunnel", "turnip",  "turtle", "twig",   "valley",  "vase",    "velvet",  "violet",  "violin",
    "waffle", "wagon",   "wallet", "walnut", "walrus",  "water",   "wave",    "whale",   "wheat",
    "wheel",  "white",   "willow", "window", "winter",  "wizard",  "wolf",    "wonder",  "wooden",
    "wool",   "wren",    "yacht",  "yard",   "yellow",  "zebra",   "zipper",  "zoo",
};

}  // namespace safelead::record
