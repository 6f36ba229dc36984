package dev.anabranch.docs;

import dev.anabranch.Anabranch;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.MigrationResult;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.MigrationStep;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the shop's database up to date before anything else uses it. */
final class ShopDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(ShopDatabase.class);

  private final Anabranch anabranch;

  ShopDatabase(DataSource dataSource) {
    anabranch =
        Anabranch.builder()
            .dataSource(dataSource)
            .locations("classpath:db/revisions")
            .lockTimeout(Duration.ofMinutes(5))
            .operator("shop at start-up")
            .listener(new Steps())
            .build();
  }

  /** Applies what is missing; the application must not start if this throws. */
  MigrationResult migrate() {
    try {
      return anabranch.upgrade("heads");
    } catch (AnabranchException e) {
      LOG.error("{}: {} {}", e.code().id(), e.getMessage(), e.hint().orElse(""));
      throw e;
    }
  }

  private static final class Steps implements MigrationListener {

    @Override
    public void stepFinished(MigrationStep step, Duration duration) {
      LOG.info("{} in {} ms", step.revision().id(), duration.toMillis());
    }
  }
}
