#include "insight/figure.h"

namespace safelead::insight {

Figure figure(std::uint64_t number, Disclosure disclosure)
{
    const bool says_nothing = number == 0 && disclosure != Disclosure::rounded_without_nothing;
    if (disclosure == Disclosure::exact || says_nothing) return {Figure::Sure::exact, number};
    if (number < rounded_to) return {Figure::Sure::few, 0};
    return {Figure::Sure::about, (number + rounded_to / 2) / rounded_to * rounded_to};
}

std::string with_commas(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    constexpr std::size_t group = 3;
    for (std::size_t at = digits.size(); at > group;) {
        at -= group;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string words(const Figure& figure)
{
    switch (figure.sure) {
        case Figure::Sure::exact:
            return with_commas(figure.number);
        case Figure::Sure::about:
            return "about " + with_commas(figure.number);
        case Figure::Sure::few:
            return "fewer than " + std::to_string(rounded_to);
    }
    return {};
}

}  // namespace safelead::insight
