package dev.anabranch.testkit.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFoldersTest {

  private static final Set<Thread.State> AT_WORK =
      EnumSet.of(Thread.State.NEW, Thread.State.RUNNABLE);

  @TempDir Path root;

  @Test
  void aSecondThreadWaitsForTheFirst() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    ServerFolders folders = new ServerFolders(root);
    Thread second = new Thread(() -> order.add(locked(folders)));

    try (ServerFolders.Lock lock = folders.lock()) {
      lock.sweep();
      second.start();
      while (AT_WORK.contains(second.getState())) {
        Thread.onSpinWait();
      }
      order.add("first");
    }
    second.join();

    assertThat(order).containsExactly("first", "second");
  }

  private static String locked(ServerFolders folders) {
    try (ServerFolders.Lock lock = folders.lock()) {
      lock.sweep();
      return "second";
    } catch (IOException | RuntimeException e) {
      return e.toString();
    }
  }
}
