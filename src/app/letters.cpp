#include "app/letters.h"

#include "app/parts.h"
#include "app/refused.h"
#include "exchange/letter_pdf.h"

namespace safelead::app {

Later<Outcome<std::string>> draw_letter(Safelead& safelead, LetterAsked asked)
{
    exchange::Letter letter{std::move(asked.title),
                            std::move(asked.author),
                            to_text(safelead.today()),
                            std::move(asked.foot),
                            {}};
    for (auto& [heading, words] : asked.parts) letter.parts.push_back({std::move(heading), std::move(words)});
    auto drawing = safelead.parts().workers.run(
        [letter = std::move(letter)]() -> Outcome<std::string> { return exchange::letter_pdf(letter); });
    if (!drawing) return refused<std::string>(Crowded{});
    return *std::move(drawing);
}

}  // namespace safelead::app
