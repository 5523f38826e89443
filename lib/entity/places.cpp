// Places: by the lexicon's entry, else by their spelling.
#include <kgraph/base/utf8.hpp>

#include "draft.hpp"

namespace kgraph::detail {

void resolve_places(Draft& draft) {
  std::map<std::uint32_t, std::uint32_t> listed;
  std::map<std::string, std::uint32_t> named;
  for (const std::uint32_t d : draft.order) {
    for (std::uint32_t m = 0; m < draft.mentions[d].mentions.size(); ++m) {
      const Mention& mention = draft.mention(d, m);
      if (mention.type != EntityType::place) continue;
      if (mention.entry != no_entry) {
        const auto [known, fresh] = listed.try_emplace(mention.entry, no_entity);
        const LexiconPlace& place = draft.lexicon.places()[mention.entry];
        if (fresh) known->second = draft.add(EntityType::place, place.id, place.name);
        draft.link(d, m, known->second, LinkReason::listed_place);
      } else {
        const auto [known, fresh] = named.try_emplace(fold(spelling_of(draft.documents[d], mention)), no_entity);
        if (fresh) known->second = draft.add(EntityType::place);
        draft.link(d, m, known->second, LinkReason::place_name);
      }
    }
  }
}

}  // namespace kgraph::detail
