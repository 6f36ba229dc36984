package dev.anabranch.testkit.verify;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One walk over the graph on one server. A long order of revisions is cut into stretches, which are
 * walked at the same time, each on databases of its own; so is the offline script run. Where
 * revisions touch what the databases of a server share, all is done one after the other. Used once.
 */
final class RoundTrip {

  // Below this a second stretch costs more, by the way to its beginning, than it saves.
  private static final int SHORTEST_STRETCH = 25;

  // Not the number of processors: the same project has to give the same report on every machine.
  private static final int MOST_STRETCHES = 2;

  // Of a revision that is walked, three runs and three readings, one run is a sixth; the last one
  // of all goes back to the base as well.
  private static final double NEXT_STRETCH = 0.75;

  private static final Duration LONGEST_REVISION = Duration.ofMinutes(1);

  private final RevisionScripts scripts;
  private final TestServer server;
  private final VerificationOptions options;
  private final VerificationListener listener;
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Set<String> oneWay = ConcurrentHashMap.newKeySet();

  RoundTrip(
      RevisionScripts scripts,
      TestServer server,
      VerificationOptions options,
      VerificationListener listener) {
    this.scripts = scripts;
    this.server = server;
    this.options = options;
    this.listener = new OneAtATime(listener);
  }

  VerificationReport run() {
    long begun = System.nanoTime();
    List<RevisionResult> results = new ArrayList<>();
    List<CheckResult> project;
    ExecutorService threads = Executors.newCachedThreadPool(RoundTrip::thread);
    try (DroppedTogether databases = new DroppedTogether(RoundTrip::inNewThread)) {
      try {
        project = run(threads, databases, results);
      } finally {
        stop(threads);
      }
    }
    project.forEach(listener::projectChecked);
    VerificationReport report =
        new VerificationReport(
            server.product(),
            server.toString(),
            options.rows(),
            options.seed(),
            results,
            project,
            Duration.ofNanos(System.nanoTime() - begun));
    listener.finished(report);
    return report;
  }

  private List<CheckResult> run(
      ExecutorService threads, DroppedTogether databases, List<RevisionResult> results) {
    Workplace workplace = workplace(databases);
    List<String> ids = workplace.order().stream().filter(options::includes).toList();
    listener.started(server.product(), ids.size());
    ProjectChecks checks = new ProjectChecks(scripts, server, options, workplace, broken);
    int possible = Math.max(1, Math.min(MOST_STRETCHES, ids.size() / SHORTEST_STRETCH));
    boolean severalAtOnce =
        (possible > 1 || checks.needsOfflineRun())
            && !SharedObjects.mayBeIn(scripts, options, server.product());
    List<Stretch> stretches = stretches(ids, severalAtOnce ? possible : 1);
    Optional<Future<OfflineRun>> offline =
        checks.needsOfflineRun() && severalAtOnce
            ? Optional.of(threads.submit(() -> checks.offlineRun(databases)))
            : Optional.empty();
    List<Future<List<RevisionResult>>> running = new ArrayList<>();
    Stretch last = stretches.remove(stretches.size() - 1);
    for (Stretch stretch : stretches) {
      running.add(threads.submit(() -> stretch.walk(workplace(databases))));
    }
    // Here, because the checks of the project go on from where the last one ends.
    List<RevisionResult> ofLast = last.walk(workplace);
    for (Future<List<RevisionResult>> each : running) {
      results.addAll(result(each));
    }
    results.addAll(ofLast);
    return checks.make(offline.map(RoundTrip::result), databases);
  }

  private Workplace workplace(DroppedTogether databases) {
    Workplace workplace = new Workplace(scripts, server, options, oneWay);
    databases.add(workplace::close);
    return workplace;
  }

  // Nobody may work in a database that is dropped.
  private static void stop(ExecutorService threads) {
    threads.shutdown();
    try {
      threads.awaitTermination(LONGEST_REVISION.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void inNewThread(Runnable work) {
    thread(work).start();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "anabranch-verification");
    thread.setDaemon(true);
    return thread;
  }

  private static <T> T result(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  // Each is shorter than the one before it, as the way to its beginning is longer; so all end at
  // about the same time.
  private List<Stretch> stretches(List<String> ids, int count) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int left = count; left > 0; left--) {
      double share = (1 - NEXT_STRETCH) / (1 - Math.pow(NEXT_STRETCH, left));
      int to = from + (int) Math.round((ids.size() - from) * share);
      stretches.add(new Stretch(this, ids.subList(from, to), from));
      from = to;
    }
    return stretches;
  }

  /** Returns the revisions. */
  RevisionScripts scripts() {
    return scripts;
  }

  /** Returns what is verified. */
  VerificationOptions options() {
    return options;
  }

  /** Returns who hears how it goes on, from several threads. */
  VerificationListener listener() {
    return listener;
  }

  /** Returns the revisions that cannot be upgraded, shared by all stretches. */
  Set<String> broken() {
    return broken;
  }
}
