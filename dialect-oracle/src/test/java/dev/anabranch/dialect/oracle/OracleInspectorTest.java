package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The inspector on rows as the Database Reference describes them; none comes from a server. */
class OracleInspectorTest extends DictionaryFixture {

  @Test
  void anEmptySchemaIsEmpty() throws SQLException {
    assertThat(inspect()).isEqualTo(DatabaseSchema.empty());
  }

  @Test
  void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
    inspect();
    int ofNone = dictionary.asked().size();
    for (int i = 0; i < 20; i++) {
      table("T" + i);
      column("T" + i, "A", "DATA_TYPE=NUMBER");
      index("T" + i, "I" + i);
      indexColumn("T" + i, "I" + i, "A", 1, "ASC");
    }
    assertThat(inspect().tables()).hasSize(20);
    assertThat(dictionary.asked()).hasSize(ofNone).hasSize(1 + OracleQuery.values().length);
  }

  /** The stand-in is as strict as the driver: otherwise the tests above would show nothing. */
  @Test
  void aLongThatIsReadTooLateIsMissed() throws SQLException {
    row("ALL_VIEWS", "OWNER=APP | VIEW_NAME=V | TEXT=SELECT");
    try (Statement statement = dictionary.connection().createStatement();
        ResultSet views = statement.executeQuery("SELECT TEXT, OWNER FROM ALL_VIEWS")) {
      views.next();
      assertThat(views.getString(2)).isEqualTo("APP");
      assertThatThrownBy(() -> views.getString(1))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(17027));
    }
  }

  @Nested
  class Tables {

    @Test
    void ofTheServerArePassedOver() throws SQLException {
      table("T");
      column("T", "A", "DATA_TYPE=DATE");
      table("BIN$aBcD==$0", "DROPPED=YES");
      table("NESTED", "NESTED=YES");
      table("DR$X$I", "SECONDARY=Y");
      table("SYS_IOT_OVER_1", "IOT_TYPE=IOT_OVERFLOW");
      table("MV");
      table("MLOG$_T");
      table("RUPD$_T");
      row(
          "ALL_MVIEWS",
          "OWNER=APP | MVIEW_NAME=MV | CONTAINER_NAME=MV | QUERY=SELECT a FROM t | "
              + "REFRESH_METHOD=FORCE | REFRESH_MODE=DEMAND | BUILD_MODE=IMMEDIATE");
      row(
          "ALL_MVIEW_LOGS",
          "LOG_OWNER=APP | MASTER=T | LOG_TABLE=MLOG$_T | ROWIDS=NO | PRIMARY_KEY=YES | "
              + "SEQUENCE=NO | INCLUDE_NEW_VALUES=YES");

      DatabaseSchema schema = inspect();

      assertThat(schema.tables()).extracting(Table::name).containsExactly(QualifiedName.of("t"));
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "materialized view log",
                  QualifiedName.of("t"),
                  "PRIMARY_KEY, INCLUDE_NEW_VALUES"));
    }

    @Test
    void haveOptionsOfOracle() throws SQLException {
      table("A", "TEMPORARY=Y | DURATION=SYS$TRANSACTION");
      table("B", "TEMPORARY=Y | DURATION=SYS$SESSION");
      table("C", "IOT_TYPE=IOT");
      table("D", "EXTERNAL=YES");
      for (String name : List.of("A", "B", "C", "D")) {
        column(name, "X", "DATA_TYPE=DATE");
      }

      DatabaseSchema schema = inspect();

      assertThat(schema.tables())
          .extracting(Table::options)
          .containsExactly(
              DialectOptions.none().with("oracle", "on-commit", "delete-rows"),
              DialectOptions.none().with("oracle", "on-commit", "preserve-rows"),
              DialectOptions.none().with("oracle", "organization", "index"),
              DialectOptions.none());
      assertThat(schema.others())
          .containsExactly(new OtherObject("external table", QualifiedName.of("d"), ""));
    }

    @Test
    void areLeftOutWithAllThatBelongsToThem() throws SQLException {
      table("ANABRANCH_VERSION");
      column("ANABRANCH_VERSION", "VERSION_NUM", "DATA_TYPE=DATE");
      constraint("ANABRANCH_VERSION", "PK", "P", "INDEX_NAME=PK");
      keyColumn("ANABRANCH_VERSION", "PK", "VERSION_NUM", "1");
      index("ANABRANCH_VERSION", "I");
      indexColumn("ANABRANCH_VERSION", "I", "VERSION_NUM", 1, "ASC");
      row(
          "ALL_TAB_PRIVS",
          "TABLE_SCHEMA=APP | TABLE_NAME=ANABRANCH_VERSION | GRANTEE=PUBLIC | "
              + "PRIVILEGE=SELECT | GRANTABLE=NO");

      assertThat(
              dictionary.inspect(
                  InspectionRequest.currentSchema()
                      .without(List.of(QualifiedName.of("ANABRANCH_VERSION")))))
          .isEqualTo(DatabaseSchema.empty());
      assertThat(
              dictionary.inspect(
                  InspectionRequest.currentSchema()
                      .without(List.of(QualifiedName.of("app", "anabranch_version")))))
          .isEqualTo(DatabaseSchema.empty());
    }

    @Test
    void ofOtherSchemasHaveTheSchemaInTheirNames() throws SQLException {
      for (String owner : List.of("APP", "Other", "THIRD")) {
        row("ALL_TABLES", "TABLE_NAME=T | OWNER=" + owner);
        row(
            "ALL_TAB_COLS",
            "TABLE_NAME=T | COLUMN_NAME=A | DATA_TYPE=DATE | COLUMN_ID=1 | OWNER=" + owner);
      }
      InspectionRequest request =
          new InspectionRequest(List.of(id("app"), Identifier.exact("Other")), List.of());

      assertThat(dictionary.inspect(request).tables())
          .extracting(Table::name)
          .containsExactly(QualifiedName.of("t"), QualifiedName.of("Other", "t"));
    }
  }

  @Nested
  class Constraints {

    @BeforeEach
    void tables() {
      table("P");
      column("P", "A", "DATA_TYPE=NUMBER");
      column("P", "B", "DATA_TYPE=NUMBER");
      constraint("P", "P_KEY", "P", "INDEX_NAME=P_KEY");
      keyColumn("P", "P_KEY", "B", "2");
      keyColumn("P", "P_KEY", "A", "1");
    }

    @Test
    void haveTheirColumnsInOrder() throws SQLException {
      constraint("P", "U1", "U", "DEFERRABLE=DEFERRABLE | DEFERRED=DEFERRED");
      keyColumn("P", "U1", "A", "1");
      constraint("P", "SYS_C007", "U", "GENERATED=GENERATED NAME | DEFERRABLE=DEFERRABLE");
      keyColumn("P", "SYS_C007", "B", "1");
      constraint("P", "CK", "C", "SEARCH_CONDITION=a < b ");
      keyColumn("P", "CK", "A", "");
      keyColumn("P", "CK", "B", "");

      assertThat(only().constraints())
          .containsExactly(
              new PrimaryKey(
                  Optional.of(id("p_key")),
                  List.of(id("a"), id("b")),
                  Deferrability.NOT_DEFERRABLE),
              new UniqueConstraint(
                  Optional.empty(),
                  List.of(id("b")),
                  UniqueConstraint.Nulls.DISTINCT,
                  Deferrability.DEFERRABLE),
              new UniqueConstraint(
                  Optional.of(id("u1")),
                  List.of(id("a")),
                  UniqueConstraint.Nulls.DISTINCT,
                  Deferrability.INITIALLY_DEFERRED),
              new CheckConstraint(Optional.of(id("ck")), SqlExpression.of("a < b")));
    }

    @Test
    void referToKeysOfThisAndOtherSchemas() throws SQLException {
      constraint("P", "FK1", "R", "R_OWNER=APP | R_CONSTRAINT_NAME=P_KEY | DELETE_RULE=SET NULL");
      keyColumn("P", "FK1", "A", "1");
      keyColumn("P", "FK1", "B", "2");
      constraint(
          "P", "FK2", "R", "R_OWNER=OTHER | R_CONSTRAINT_NAME=Q_KEY | DELETE_RULE=NO ACTION");
      keyColumn("P", "FK2", "A", "1");
      row(
          "ALL_CONS_COLUMNS",
          "OWNER=OTHER | TABLE_NAME=Q | CONSTRAINT_NAME=Q_KEY | COLUMN_NAME=ID | " + "POSITION=1");

      assertThat(only().foreignKeys())
          .containsExactly(
              new ForeignKey(
                  Optional.of(id("fk1")),
                  List.of(id("a"), id("b")),
                  QualifiedName.of("p"),
                  List.of(id("a"), id("b")),
                  new ForeignKey.Rules(
                      ReferentialAction.SET_NULL,
                      ReferentialAction.NO_ACTION,
                      ForeignKey.Match.SIMPLE,
                      Deferrability.NOT_DEFERRABLE)),
              new ForeignKey(
                  Optional.of(id("fk2")),
                  List.of(id("a")),
                  QualifiedName.of("other", "q"),
                  List.of(id("id")),
                  ForeignKey.Rules.standard()));
    }

    @Test
    void thatReferToWhatIsNotVisibleAreToldOf() {
      constraint("P", "FK", "R", "R_OWNER=SECRET | R_CONSTRAINT_NAME=K");
      keyColumn("P", "FK", "A", "1");

      assertThatThrownBy(OracleInspectorTest.this::inspect)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("the key SECRET.K is not visible");
    }

    @Test
    void thatAreDisabledHoldNothing() throws SQLException {
      constraint("P", "U", "U", "STATUS=DISABLED");
      keyColumn("P", "U", "A", "1");
      constraint("P", "CK", "C", "STATUS=DISABLED | SEARCH_CONDITION=\"A\" > 0");
      keyColumn("P", "CK", "A", "");

      DatabaseSchema schema = inspect();

      assertThat(schema.tables().get(0).constraints()).hasSize(1);
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "disabled constraint", QualifiedName.of("p.ck"), "check ck (\"A\" > 0)"),
              new OtherObject("disabled constraint", QualifiedName.of("p.u"), "unique u (a)"));
    }
  }

  @Nested
  class Indexes {

    @BeforeEach
    void table() {
      OracleInspectorTest.this.table("T");
      column("T", "A", "DATA_TYPE=NUMBER");
      column("T", "B", "DATA_TYPE=NUMBER");
      constraint("T", "PK_T", "P", "INDEX_NAME=PK_T");
      keyColumn("T", "PK_T", "A", "1");
      index("T", "PK_T", "UNIQUENESS=UNIQUE");
      indexColumn("T", "PK_T", "A", 1, "ASC");
    }

    @Test
    void thatEnforceKeysAreLeftOutUnlessTheyAreWider() throws SQLException {
      constraint("T", "U", "U", "INDEX_NAME=WIDE");
      keyColumn("T", "U", "B", "1");
      index("T", "WIDE");
      indexColumn("T", "WIDE", "B", 1, "ASC");
      indexColumn("T", "WIDE", "A", 2, "ASC");

      assertThat(only().indexes())
          .containsExactly(
              new Index(
                  Optional.of(id("wide")),
                  Index.Uniqueness.NOT_UNIQUE,
                  List.of(IndexPart.column(id("b")), IndexPart.column(id("a"))),
                  Index.Details.none()));
    }

    @Test
    void haveOrdersAndExpressionsFromHiddenColumns() throws SQLException {
      index("T", "I", "UNIQUENESS=UNIQUE | INDEX_TYPE=FUNCTION-BASED NORMAL");
      indexColumn("T", "I", "SYS_NC00003$", 1, "DESC");
      indexColumn("T", "I", "SYS_NC00004$", 2, "ASC");
      indexColumn("T", "I", "B", 3, "ASC");
      expression("I", 1, "\"A\"");
      expression("I", 2, "\"A\"+\"B\" ");

      assertThat(only().indexes())
          .containsExactly(
              new Index(
                  Optional.of(id("i")),
                  Index.Uniqueness.UNIQUE,
                  List.of(
                      IndexPart.column(id("a")).descending(),
                      IndexPart.expression(SqlExpression.of("\"A\"+\"B\"")),
                      IndexPart.column(id("b"))),
                  Index.Details.none()));
    }

    private void expression(String index, int position, String text) {
      row(
          "ALL_IND_EXPRESSIONS",
          "TABLE_OWNER=APP | TABLE_NAME=T | INDEX_OWNER=APP | INDEX_NAME="
              + index
              + " | COLUMN_POSITION="
              + position
              + " | COLUMN_EXPRESSION="
              + text);
    }

    @Test
    void haveMethodsAndVisibility() throws SQLException {
      index("T", "I1", "INDEX_TYPE=BITMAP | VISIBILITY=INVISIBLE");
      indexColumn("T", "I1", "B", 1, "ASC");
      index("T", "I2", "INDEX_TYPE=NORMAL/REV");
      indexColumn("T", "I2", "B", 1, "ASC");
      index("T", "SYS_IL1", "INDEX_TYPE=LOB | GENERATED=Y");
      index("T", "SYS_IOT_TOP_1", "INDEX_TYPE=IOT - TOP");
      index("T", "DR$X", "SECONDARY=Y");
      index("T", "BIN$x==$0", "DROPPED=YES");
      index(
          "T",
          "D",
          "INDEX_TYPE=DOMAIN | ITYP_OWNER=CTXSYS | ITYP_NAME=CONTEXT | "
              + "PARAMETERS=sync (on commit)");
      indexColumn("T", "D", "B", 1, "ASC");

      DatabaseSchema schema = inspect();

      assertThat(schema.tables().get(0).indexes())
          .extracting(index -> index.details().method())
          .containsExactly(Optional.of("bitmap"), Optional.of("reverse"));
      assertThat(schema.tables().get(0).indexes())
          .extracting(index -> index.details().visibility())
          .containsExactly(Index.Visibility.INVISIBLE, Index.Visibility.VISIBLE);
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "domain index",
                  QualifiedName.of("t.d"),
                  "CTXSYS.CONTEXT [B] PARAMETERS sync (on commit)"));
    }
  }

  @Nested
  class Sequences {

    @Test
    void sayWhatIsUnusual() throws SQLException {
      sequence("A", "1", "9999999999999999999999999999", "1", "N", "20");
      sequence("B", "-999999999999999999999999999", "-1", "-2", "Y", "0");
      sequence("C", "0", "100", "5", "N", "50");
      sequence("ISEQ$$_99", "1", "9999999999999999999999999999", "1", "N", "20");

      assertThat(inspect().sequences())
          .containsExactly(
              Sequence.of(QualifiedName.of("a")),
              Sequence.of(QualifiedName.of("b"))
                  .withOptions(SequenceOptions.defaults().incrementBy(-2).cache(1).cycle()),
              Sequence.of(QualifiedName.of("c"))
                  .withOptions(
                      SequenceOptions.defaults()
                          .minValue(0)
                          .maxValue(100)
                          .incrementBy(5)
                          .cache(50)));
    }

    @Test
    void tellHowFarTheyHaveCounted() throws SQLException {
      row(
          "ALL_SEQUENCES",
          "SEQUENCE_OWNER=APP | SEQUENCE_NAME=A | INCREMENT_BY=5 | LAST_NUMBER=31");
      row(
          "ALL_SEQUENCES",
          "SEQUENCE_OWNER=APP | SEQUENCE_NAME=B | INCREMENT_BY=-1 | LAST_NUMBER=-7");
      row(
          "ALL_SEQUENCES",
          "SEQUENCE_OWNER=APP | SEQUENCE_NAME=ISEQ$$_9 | INCREMENT_BY=1 | LAST_NUMBER=21");
      row(
          "ALL_SEQUENCES",
          "SEQUENCE_OWNER=APP | SEQUENCE_NAME=ISEQ$$_8 | INCREMENT_BY=1 | LAST_NUMBER=21");
      row(
          "ALL_TAB_IDENTITY_COLS",
          "OWNER=APP | TABLE_NAME=T | COLUMN_NAME=ID | SEQUENCE_NAME=ISEQ$$_9");

      assertThat(
              new OracleDialect(OracleRelease.offline(OracleDialectProvider.OLDEST))
                  .inspector()
                  .sequencePositions(dictionary.connection(), InspectionRequest.currentSchema()))
          .extracting(position -> position + " " + position.course() + " " + position.next())
          .containsExactly("a RISING 31", "b FALLING -7", "t.id RISING 21");
    }

    private void sequence(
        String name, String least, String most, String step, String cycle, String cache) {
      row(
          "ALL_SEQUENCES",
          "SEQUENCE_OWNER=APP | SEQUENCE_NAME="
              + name
              + " | MIN_VALUE="
              + least
              + " | MAX_VALUE="
              + most
              + " | INCREMENT_BY="
              + step
              + " | CYCLE_FLAG="
              + cycle
              + " | CACHE_SIZE="
              + cache);
    }
  }

  @Nested
  class Views {

    @Test
    void haveTheColumnsThatTheyShow() throws SQLException {
      row("ALL_VIEWS", "OWNER=APP | VIEW_NAME=V | TEXT=SELECT x FROM t\nWITH READ ONLY\n");
      column("V", "A", "DATA_TYPE=DATE");
      row("ALL_TAB_COMMENTS", "OWNER=APP | TABLE_NAME=V | COMMENTS=a view");
      row("ALL_VIEWS", "OWNER=APP | VIEW_NAME=E | TEXT=SELECT 1 FROM t | EDITIONING_VIEW=Y");
      row("ALL_VIEWS", "OWNER=APP | VIEW_NAME=O | TEXT=SELECT 1 FROM t | VIEW_TYPE=ADDRESS");

      DatabaseSchema schema = inspect();

      assertThat(schema.views())
          .containsExactly(
              new View(
                  QualifiedName.of("v"),
                  View.Kind.PLAIN,
                  List.of(id("a")),
                  SqlExpression.of("SELECT x FROM t\nWITH READ ONLY"),
                  Optional.of("a view"),
                  DialectOptions.none()));
      assertThat(schema.others())
          .extracting(OtherObject::kind)
          .containsExactly("editioning view", "object view");
    }

    @Test
    void whoseRowsAreStoredHaveOptionsAndIndexes() throws SQLException {
      row(
          "ALL_MVIEWS",
          "OWNER=APP | MVIEW_NAME=M | CONTAINER_NAME=MV_1 | QUERY=SELECT x FROM t | "
              + "REFRESH_METHOD=FAST | REFRESH_MODE=COMMIT | BUILD_MODE=DEFERRED");
      row(
          "ALL_MVIEW_COMMENTS",
          "OWNER=APP | MVIEW_NAME=M | COMMENTS=snapshot table for snapshot APP.M");
      table("MV_1");
      column("MV_1", "X", "DATA_TYPE=DATE");
      index("MV_1", "I_SNAP$_M");
      indexColumn("MV_1", "I_SNAP$_M", "SYS_NC00002$", 1, "ASC");
      index("MV_1", "IX");
      indexColumn("MV_1", "IX", "X", 1, "ASC");

      DatabaseSchema schema = inspect();

      assertThat(schema.tables()).isEmpty();
      assertThat(schema.views())
          .containsExactly(
              new View(
                  QualifiedName.of("m"),
                  View.Kind.MATERIALIZED,
                  List.of(id("x")),
                  SqlExpression.of("SELECT x FROM t"),
                  Optional.empty(),
                  DialectOptions.none()
                      .with("oracle", "build", "deferred")
                      .with("oracle", "refresh", "fast")
                      .with("oracle", "refresh-on", "commit")));
      assertThat(schema.others())
          .containsExactly(
              new OtherObject(
                  "index of a materialized view", QualifiedName.of("m.ix"), "index ix (x)"));
    }
  }

  @Nested
  class Others {

    @Test
    void areUnitsWithTheirText() throws SQLException {
      source("P", "PROCEDURE", "PROCEDURE p IS\n", "BEGIN NULL; END;\n");
      source("K", "PACKAGE BODY", "PACKAGE BODY k IS END;");
      source("SYS_PLSQL_1_2_3", "TYPE", "TYPE x");
      source("TR", "TRIGGER", "TRIGGER tr BEFORE INSERT ON t BEGIN NULL; END;");
      row(
          "ALL_TRIGGERS",
          "OWNER=APP | TRIGGER_NAME=TR | TABLE_OWNER=APP | TABLE_NAME=T | "
              + "BASE_OBJECT_TYPE=TABLE | STATUS=DISABLED");
      source("ON_LOGON", "TRIGGER", "TRIGGER on_logon AFTER LOGON ON SCHEMA BEGIN NULL; END;");
      row(
          "ALL_TRIGGERS",
          "OWNER=APP | TRIGGER_NAME=ON_LOGON | BASE_OBJECT_TYPE=SCHEMA | STATUS=ENABLED");
      source("BIN$x==$0", "TRIGGER", "TRIGGER x");

      assertThat(inspect().others())
          .containsExactly(
              new OtherObject("package body", QualifiedName.of("k"), "PACKAGE BODY k IS END;"),
              new OtherObject(
                  "procedure", QualifiedName.of("p"), "PROCEDURE p IS\nBEGIN NULL; END;"),
              new OtherObject(
                  "trigger",
                  QualifiedName.of("on_logon"),
                  "TRIGGER on_logon AFTER LOGON ON SCHEMA BEGIN NULL; END;"),
              new OtherObject(
                  "trigger",
                  QualifiedName.of("t.tr"),
                  "TRIGGER tr BEFORE INSERT ON t BEGIN NULL; END;\nDISABLED"));
    }

    // The dictionary gives the lines in no order.
    private void source(String name, String type, String... lines) {
      for (int i = lines.length; i > 0; i--) {
        row(
            "ALL_SOURCE",
            "OWNER=APP | NAME="
                + name
                + " | TYPE="
                + type
                + " | LINE="
                + i
                + " | TEXT="
                + lines[i - 1]);
      }
    }

    @Test
    void areSynonymsRightsLinksPoliciesAndNamesWithoutText() throws SQLException {
      row(
          "ALL_SYNONYMS",
          "OWNER=APP | SYNONYM_NAME=S | TABLE_OWNER=HR | TABLE_NAME=EMP | DB_LINK=FAR");
      row(
          "ALL_TAB_PRIVS",
          "TABLE_SCHEMA=APP | TABLE_NAME=T | GRANTEE=READER | PRIVILEGE=SELECT | "
              + "GRANTABLE=YES");
      row(
          "ALL_COL_PRIVS",
          "TABLE_SCHEMA=APP | TABLE_NAME=T | GRANTEE=WRITER | COLUMN_NAME=A | "
              + "PRIVILEGE=UPDATE | GRANTABLE=NO");
      row("ALL_DB_LINKS", "OWNER=APP | DB_LINK=FAR | USERNAME=SCOTT | HOST=far");
      row(
          "ALL_POLICIES",
          "OBJECT_OWNER=APP | OBJECT_NAME=T | POLICY_NAME=MINE | PF_OWNER=APP | "
              + "FUNCTION=RULE | SEL=YES | INS=NO | UPD=YES | DEL=NO | IDX=NO | ENABLE=YES");
      row("ALL_OBJECTS", "OWNER=APP | OBJECT_NAME=C | OBJECT_TYPE=CLUSTER");
      row("ALL_OBJECTS", "OWNER=APP | OBJECT_NAME=T | OBJECT_TYPE=TABLE");
      row(
          "ALL_OBJECT_TABLES",
          "OWNER=APP | TABLE_NAME=OT | TABLE_TYPE_OWNER=APP | TABLE_TYPE=ADDRESS");

      assertThat(inspect().others())
          .containsExactly(
              new OtherObject("cluster", QualifiedName.of("c"), ""),
              new OtherObject(
                  "database link", QualifiedName.of("far"), "CONNECT TO SCOTT USING far"),
              new OtherObject("object table", QualifiedName.of("ot"), "OF APP.ADDRESS"),
              new OtherObject("policy", QualifiedName.of("t.mine"), "APP.RULE SEL UPD"),
              new OtherObject(
                  "privilege", QualifiedName.of("t"), "SELECT TO READER WITH GRANT OPTION"),
              new OtherObject("privilege", QualifiedName.of("t"), "UPDATE (A) TO WRITER"),
              new OtherObject("synonym", QualifiedName.of("s"), "FOR HR.EMP@FAR"));
    }

    @Test
    void areThePartsOfTables() throws SQLException {
      row(
          "ALL_PART_TABLES",
          "OWNER=APP | TABLE_NAME=T | PARTITIONING_TYPE=RANGE | "
              + "SUBPARTITIONING_TYPE=HASH | INTERVAL=NUMTOYMINTERVAL(1,'MONTH')");
      row(
          "ALL_PART_KEY_COLUMNS",
          "OWNER=APP | NAME=T | OBJECT_TYPE=TABLE | COLUMN_NAME=DAY | COLUMN_POSITION=1");
      row(
          "ALL_SUBPART_KEY_COLUMNS",
          "OWNER=APP | NAME=T | OBJECT_TYPE=TABLE | COLUMN_NAME=ID | COLUMN_POSITION=1");
      row(
          "ALL_TAB_PARTITIONS",
          "TABLE_OWNER=APP | TABLE_NAME=T | PARTITION_NAME=SYS_P12 | "
              + "PARTITION_POSITION=2 | HIGH_VALUE=MAXVALUE");
      row(
          "ALL_TAB_PARTITIONS",
          "TABLE_OWNER=APP | TABLE_NAME=T | PARTITION_NAME=OLD | PARTITION_POSITION=1 | "
              + "HIGH_VALUE=10");
      row(
          "ALL_TAB_PARTITIONS",
          "TABLE_OWNER=APP | TABLE_NAME=T | PARTITION_NAME=SYS_P99 | "
              + "PARTITION_POSITION=3 | HIGH_VALUE=20 | INTERVAL=YES");

      assertThat(inspect().others())
          .containsExactly(
              new OtherObject(
                  "partitioning",
                  QualifiedName.of("t"),
                  """
                  BY RANGE (day) INTERVAL (NUMTOYMINTERVAL(1,'MONTH')) SUBPARTITION BY HASH (id)
                  PARTITION OLD (10)
                  PARTITION (MAXVALUE)"""));
    }
  }
}
