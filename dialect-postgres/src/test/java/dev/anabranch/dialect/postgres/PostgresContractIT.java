package dev.anabranch.dialect.postgres;

import dev.anabranch.testkit.contract.BadInputContract;
import dev.anabranch.testkit.contract.CapabilityContract;
import dev.anabranch.testkit.contract.ColumnContract;
import dev.anabranch.testkit.contract.CommentContract;
import dev.anabranch.testkit.contract.ConnectionContract;
import dev.anabranch.testkit.contract.CorpusContract;
import dev.anabranch.testkit.contract.DataContract;
import dev.anabranch.testkit.contract.EnumTypeContract;
import dev.anabranch.testkit.contract.ErrorContract;
import dev.anabranch.testkit.contract.HistoryTableContract;
import dev.anabranch.testkit.contract.HostileContract;
import dev.anabranch.testkit.contract.IndexContract;
import dev.anabranch.testkit.contract.InspectionContract;
import dev.anabranch.testkit.contract.JavaRevisionContract;
import dev.anabranch.testkit.contract.KeyContract;
import dev.anabranch.testkit.contract.LockContract;
import dev.anabranch.testkit.contract.NameContract;
import dev.anabranch.testkit.contract.OfflineContract;
import dev.anabranch.testkit.contract.OperationCapabilityContract;
import dev.anabranch.testkit.contract.RunContract;
import dev.anabranch.testkit.contract.SchemasContract;
import dev.anabranch.testkit.contract.SequenceContract;
import dev.anabranch.testkit.contract.SessionContract;
import dev.anabranch.testkit.contract.SplitterContract;
import dev.anabranch.testkit.contract.StopContract;
import dev.anabranch.testkit.contract.TableContract;
import dev.anabranch.testkit.contract.TransactionContract;
import dev.anabranch.testkit.contract.TypeContract;
import dev.anabranch.testkit.contract.UnfinishedContract;
import dev.anabranch.testkit.contract.VersionTableContract;
import dev.anabranch.testkit.contract.ViewContract;
import dev.anabranch.testkit.junit.RequiresServer;
import org.junit.jupiter.api.Nested;

/** PostgreSQL keeps the contract. */
@RequiresServer("postgresql")
class PostgresContractIT {

  @Nested
  class VersionTable extends VersionTableContract {}

  @Nested
  class HistoryTable extends HistoryTableContract {}

  @Nested
  class Run extends RunContract {}

  @Nested
  class Transaction extends TransactionContract {}

  @Nested
  class Unfinished extends UnfinishedContract {}

  @Nested
  class Lock extends LockContract {}

  @Nested
  class Session extends SessionContract {}

  @Nested
  class Stop extends StopContract {}

  @Nested
  class Connection extends ConnectionContract {}

  @Nested
  class Error extends ErrorContract {}

  @Nested
  class Capability extends CapabilityContract {}

  @Nested
  class Splitter extends SplitterContract {}

  @Nested
  class Offline extends OfflineContract {}

  @Nested
  class JavaRevision extends JavaRevisionContract {}

  @Nested
  class Table extends TableContract {}

  @Nested
  class Column extends ColumnContract {}

  @Nested
  class Key extends KeyContract {}

  @Nested
  class Index extends IndexContract {}

  @Nested
  class Sequence extends SequenceContract {}

  @Nested
  class View extends ViewContract {}

  @Nested
  class Comment extends CommentContract {}

  @Nested
  class Type extends TypeContract {}

  @Nested
  class Data extends DataContract {}

  @Nested
  class EnumType extends EnumTypeContract {}

  @Nested
  class Schemas extends SchemasContract {}

  @Nested
  class Name extends NameContract {}

  @Nested
  class Hostile extends HostileContract {}

  @Nested
  class Inspection extends InspectionContract {}

  @Nested
  class OperationCapability extends OperationCapabilityContract {}

  @Nested
  class Corpus extends CorpusContract {}

  @Nested
  class BadInput extends BadInputContract {}
}
