package dev.anabranch.migration;

import dev.anabranch.operation.Operation;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What one recorder and its views have recorded. For one thread. */
final class Recording {

  private final RecorderSettings settings;
  private final Session session;
  private final List<RecordedOperation> recorded = new ArrayList<>();
  private final Set<RowInsertion> open = new LinkedHashSet<>();
  private boolean nothingToDo;

  Recording(RecorderSettings settings, Session session) {
    this.settings = settings;
    this.session = session;
  }

  RecorderSettings settings() {
    return settings;
  }

  void add(Operation operation) {
    add(new RecordedOperation(operation, callerLine()));
  }

  void add(RecordedOperation operation) {
    recorded.add(operation);
  }

  /** Notes an insertion that has been begun; what is never ended would be lost in silence. */
  OptionalInt begin(RowInsertion insertion) {
    open.add(insertion);
    return callerLine();
  }

  void end(RowInsertion insertion) {
    open.remove(insertion);
  }

  void nothingToDo() {
    nothingToDo = true;
  }

  boolean isSaidToBeNothing() {
    return nothingToDo;
  }

  int size() {
    return recorded.size();
  }

  List<RecordedOperation> take() {
    if (!open.isEmpty()) {
      throw open.iterator().next().neverEnded();
    }
    List<RecordedOperation> taken = List.copyOf(recorded);
    recorded.clear();
    return taken;
  }

  Connection connection(String wanted) {
    return session.connection(take(), wanted);
  }

  // The author's class and what is nested in it, lambdas included; helpers it calls are passed
  // over.
  private OptionalInt callerLine() {
    String author = settings.author();
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> isAuthor(frame.getClassName(), author))
                    .mapToInt(StackWalker.StackFrame::getLineNumber)
                    .filter(line -> line > 0)
                    .findFirst());
  }

  private static boolean isAuthor(String className, String author) {
    return className.equals(author) || className.startsWith(author + "$");
  }
}
