package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add last order|add_last_order",
        "  Add:  last -- order!  |add_last_order",
        "don't drop|dont_drop",
        "Größe ändern|grosse_andern",
        "Łódź, Ærø & Þór|lodz_aero_thor",
        "ﬁle №2 ½|file_no2_1_2",
        "İstanbul|istanbul",
        "ПРИВЕТ|''",
        "数据|''",
        "a数b|a_b",
        "...|''",
        "../../etc/passwd|etc_passwd",
        "create the table of customers and orders too|create_the_table_of_customers_and_orders",
        "create the table of customers and ordered things|create_the_table_of_customers_and",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz|abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
      })
  void aMessageBecomesASlug(String message, String slug) {
    assertThat(Slug.of(message, Transliterator.latin())).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({"数据, shu_ju", "ПРИВЕТ мир, privet_mir"})
  void aProgramMayBringItsOwnTransliterator(String message, String slug) {
    Transliterator own =
        text -> text.replace("数据", "Shu Ju ").replace("ПРИВЕТ", "PRIVET").replace("мир", "mir");

    assertThat(Slug.of(message, own)).isEqualTo(slug);
  }

  @Property
  void aSlugIsShortPlainAndStable(@ForAll String message) {
    String slug = Slug.of(message, Transliterator.latin());

    assertThat(slug).matches("([a-z0-9]+(_[a-z0-9]+)*)?").hasSizeLessThanOrEqualTo(40);
    assertThat(Slug.of(slug, Transliterator.latin())).isEqualTo(slug);
    assertThat(slug).isEqualTo(slug.toLowerCase(Locale.ROOT));
  }
}
