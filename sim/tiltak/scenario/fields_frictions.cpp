// Keys of the frictions: what keeps money from becoming places at once. Each can be switched alone.
// The mechanisms and their numbers (B02 ...) are those of the evidence from AFI (2016).
#include <tiltak/scenario/field_groups.hpp>

namespace tiltak::scenario {
namespace {

constexpr Option on_off[] = {{"on", {"virker", "at work"}},
                             {"off", {"virker ikke", "not at work"}}};

constexpr Option mechanisms[] = {
    {"benefit_crowding",
     {"ytelsen til deltakere betales av samme post (B02)",
      "participants' benefits are paid from the same post (B02)"}},
    {"group_quota", {"kvoter mellom gruppene (B03)", "quotas between the groups (B03)"}},
    {"county_key",
     {"fylkesnøkkelen ligger 12 måneder etter (B06)", "the county key lags 12 months (B06)"}},
    {"office_pools",
     {"hvert kontor har sin egen pott (B07, B21)", "each office has a pool of its own (B07, B21)"}},
    {"contracts",
     {"kontrakter binder; det fleksible kuttes først (B09, B17)",
      "contracts bind; what is flexible is cut first (B09, B17)"}},
    {"lapse",
     {"ubrukte penger faller bort og senker neste års ramme (B10)",
      "unspent money lapses and lowers next year's grant (B10)"}},
    {"late_money",
     {"sene penger går til det som kan starte med en gang (B12)",
      "late money goes to what can start at once (B12)"}},
    {"stop_and_go",
     {"kutt og ny start i løpet av året (B13, B14)",
      "cuts and restarts within the year (B13, B14)"}},
    {"caseworkers",
     {"veiledere slutter å søke etter avslag (B15)",
      "case workers stop asking after refusals (B15)"}},
    {"season",
     {"få starter om sommeren, mange om høsten (B16)",
      "few starts in summer, many in autumn (B16)"}},
    {"batches", {"kurs fylles i grupper (B18)", "courses are filled in batches (B18)"}},
    {"relabelling",
     {"personer flyttes mellom grupper når kvoten binder (B19)",
      "persons change group when the quota binds (B19)"}},
    {"mismatch",
     {"plasser fylles med dem de passer dårlig for (B20)",
      "places are filled with persons they suit badly (B20)"}},
    {"staff", {"få veiledere gir lange tiltak (B26)", "few case workers give long measures (B26)"}},
    {"employers",
     {"arbeidsgivere tilbyr bare så mange tilskuddsplasser (B29)",
      "employers offer only so many subsidised places (B29)"}},
};

constexpr Field table[] = {
    {.path = "frictions.<id>",
     .type = {.kind = Kind::choice, .options = on_off},
     .fallback = "on",
     .example = "off",
     .does = {"Om friksjonen virker. Standard er Norge slik det er.",
              "Whether the friction is at work. The default is Norway as it is."},
     .ids = mechanisms},
};

} // namespace

std::span<const Field> friction_fields() { return table; }

} // namespace tiltak::scenario
