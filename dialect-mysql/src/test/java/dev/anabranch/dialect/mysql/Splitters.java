package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlSplitter.ConditionalComments;
import dev.anabranch.testkit.splitting.SplitterLaws;
import java.util.Optional;

/** Splitters in their usual mode, and their laws. */
final class Splitters {

  static final MysqlSplitter MYSQL =
      new MysqlSplitter(ConditionalComments.MYSQL, MysqlSqlMode.USUAL);
  static final MysqlSplitter MARIADB =
      new MysqlSplitter(ConditionalComments.MARIADB, MysqlSqlMode.USUAL);

  private Splitters() {}

  /** A statement stands alone as an offline script writes it. */
  static SplitterLaws laws(MysqlSplitter splitter) {
    return new SplitterLaws(splitter, offline()::terminate);
  }

  static MysqlOffline offline() {
    return new MysqlOffline("mysql", new MysqlStateTables(Optional.empty()));
  }
}
