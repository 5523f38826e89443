#include <doctest/doctest.h>

#include <kgraph/base/utf8.hpp>

using namespace kgraph;

TEST_CASE("decode_utf8 reads one to four bytes") {
  CHECK(decode_utf8("A", 0).value == U'A');
  CHECK(decode_utf8("é", 0).value == U'é');
  CHECK(decode_utf8("한", 0).bytes == 3);
  CHECK(decode_utf8("𐍈", 0).value == U'𐍈');
}

TEST_CASE("an invalid byte decodes as one replacement character") {
  const CodePoint point = decode_utf8("\xFF", 0);
  CHECK(point.value == 0xFFFD);
  CHECK(point.bytes == 1);
}

TEST_CASE("find_invalid_utf8 gives the first bad byte") {
  CHECK_FALSE(find_invalid_utf8("plain and ünïcode 한글").has_value());
  CHECK(find_invalid_utf8("ab\xFF") == 2);
  CHECK(find_invalid_utf8("a\xC0\x80") == 1);          // overlong NUL
  CHECK(find_invalid_utf8("\xE0\x80\x80") == 0);       // overlong
  CHECK(find_invalid_utf8("x\xED\xA0\x80") == 1);      // surrogate
  CHECK(find_invalid_utf8("x\xF4\x90\x80\x80") == 1);  // above U+10FFFF
  CHECK(find_invalid_utf8("x\xE4\xBD") == 1);          // cut off
  CHECK_FALSE(find_invalid_utf8("").has_value());
}

TEST_CASE("fold makes spellings of one word equal") {
  CHECK(fold("Ch’oe") == "ch'oe");
  CHECK(fold("CH'OE") == "ch'oe");
  CHECK(fold("Chʻoe") == "ch'oe");
  CHECK(fold("Čapek") == "capek");
  CHECK(fold("Il-sŏng") == "il-song");
  CHECK(fold("Sang‑jo") == "sang-jo");  // non-breaking hyphen
  CHECK(fold("ХРУЩЁВ") == fold("хрущев"));
}

TEST_CASE("slug, trim and squeeze") {
  CHECK(slug("Kim Il Sung") == "kim-il-sung");
  CHECK(slug("  Ch'oe, Ch'ang-ik! ") == "choe-chang-ik");
  CHECK(slug("20th CPSU congress") == "20th-cpsu-congress");
  CHECK(trim("\xC2\xA0 a b \t\n") == "a b");
  CHECK(trim(" \xC2\xA0 ").empty());
  CHECK(squeeze(" 20th \xC2\xA0 CPSU\n congress ") == "20th CPSU congress");
}
