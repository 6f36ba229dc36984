package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.Anabranch;
import dev.anabranch.testkit.contract.RevisionFiles;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any driver of the family that is on the class path, by either scheme; the build runs this with
 * both of them and with each alone.
 */
class MysqlDriversIT {

  @TempDir private Path project;

  @EachServer({"mysql", "mariadb"})
  void theProductIsAskedFromTheServerWhateverDriverLeadsThere(TestDatabase database) {
    assertThat(anabranch(database, database.url()).current().product())
        .isEqualTo(database.product());
  }

  /** MariaDB's driver refuses this scheme unless it is asked in its own words. */
  @EachServer({"mysql", "mariadb"})
  void aUrlOfMysqlWorksWithWhateverDriverThereIs(TestDatabase database) {
    String url = database.url().replace("jdbc:mariadb:", "jdbc:mysql:");

    assertThat(anabranch(database, url).current().product()).isEqualTo(database.product());
  }

  @EachServer({"mysql", "mariadb"})
  void aUrlOfMariadbWorksWithWhateverDriverThereIs(TestDatabase database) {
    String url = database.url().replace("jdbc:mysql:", "jdbc:mariadb:");

    assertThat(anabranch(database, url).current().product()).isEqualTo(database.product());
  }

  private Anabranch anabranch(TestDatabase database, String url) {
    RevisionFiles files = new RevisionFiles(project);
    files.revision("a1").upgrade("SELECT 1").downgrade("SELECT 1").write();
    return Anabranch.builder()
        .url(url)
        .user(database.user())
        .password(database.password())
        .baseDirectory(project)
        .locations("revisions")
        .build();
  }
}
