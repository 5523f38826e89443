#include <algorithm>

#include <doctest/doctest.h>

#include <kgraph/base/relation_type.hpp>

using namespace kgraph;

TEST_CASE("relation types are sorted and know their sign") {
  CHECK(std::is_sorted(relation_types.begin(), relation_types.end(),
                       [](const RelationType& a, const RelationType& b) { return a.name < b.name; }));
  CHECK(relation_type("supports").sign == 1);
  CHECK(relation_type("criticizes").sign == -1);
  CHECK(relation_type("attended").sign == 0);
  CHECK(relation_type("met").symmetric);
  CHECK_FALSE(relation_type("wrote_to").symmetric);
  CHECK(is_relation_type("met"));
  CHECK_FALSE(is_relation_type("married"));
  CHECK(relation_type("married").sign == 0);
}
