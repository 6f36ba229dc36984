package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Product and release become features, and features capabilities. */
class MysqlFeaturesTest {

  private static MysqlFeatures features(String release) {
    return MysqlFeatures.of(MysqlServer.of(release, "shop", ""));
  }

  @Test
  void ofMysql80ThePatchCounts() {
    assertThat(features("8.0.12").has(MysqlFeature.EXPRESSION_INDEXES)).isFalse();
    assertThat(features("8.0.13").has(MysqlFeature.EXPRESSION_INDEXES)).isTrue();
    assertThat(features("8.0.15").has(MysqlFeature.CHECKS)).isFalse();
    assertThat(features("8.0.16-debug").has(MysqlFeature.CHECKS)).isTrue();
    assertThat(features("8.0.22").has(MysqlFeature.INVISIBLE_COLUMNS)).isFalse();
    assertThat(features("8.4.1").has(MysqlFeature.INVISIBLE_COLUMNS)).isTrue();
    assertThat(features("9.5.0").has(MysqlFeature.CHECKS)).isTrue();
  }

  @Test
  void withoutAServerARecentReleaseIsMeant() {
    MysqlFeatures offline = MysqlFeatures.of(MysqlServer.oldest(MysqlServer.Product.MYSQL));

    assertThat(offline.all()).isEqualTo(features("8.0.31").all());
  }

  @Test
  void ofMariadbTheReleaseCounts() {
    assertThat(features("10.6.16-MariaDB").has(MysqlFeature.UUID_TYPE)).isFalse();
    assertThat(features("5.5.5-10.7.1-MariaDB").has(MysqlFeature.UUID_TYPE)).isTrue();
    assertThat(features("10.7.1-MariaDB").has(MysqlFeature.DESCENDING_INDEXES)).isFalse();
    assertThat(features("10.11.2-MariaDB").has(MysqlFeature.DESCENDING_INDEXES)).isTrue();
    assertThat(features("10.11.2-MariaDB").has(MysqlFeature.PERIODS)).isFalse();
  }

  @Test
  void capabilitiesFollow() {
    assertThat(features(Compiled.MYSQL).capabilities())
        .contains(Capability.EXPRESSION_INDEXES)
        .doesNotContain(Capability.SEQUENCES, Capability.UNIQUE_INDEXES);
    assertThat(features(Compiled.MARIADB).capabilities())
        .contains(Capability.SEQUENCES, Capability.RENAME_SEQUENCE, Capability.SEQUENCE_COMMENTS)
        .doesNotContain(Capability.EXPRESSION_INDEXES, Capability.TRANSACTIONAL_DDL);
  }

  @Test
  void keysOfOptionsAreToldApartByTheirOwner() {
    MysqlFeatures mysql = features(Compiled.MYSQL);
    for (MysqlOption.Owner owner : MysqlOption.Owner.values()) {
      List<String> keys = MysqlOption.of(owner, mysql).stream().map(MysqlOption::key).toList();
      assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z_]+"));
    }
  }
}
