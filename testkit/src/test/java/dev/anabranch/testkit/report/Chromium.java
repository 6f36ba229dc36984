package dev.anabranch.testkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A browser without a window, told what to do through the protocol of its developer tools
 * (https://chromedevtools.github.io/devtools-protocol/), over the WebSocket that the JDK has. For
 * one thread.
 */
final class Chromium implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages;
  private final List<JsonNode> events = new ArrayList<>();
  private int lastId;

  private Chromium(Process process, WebSocket socket, BlockingQueue<JsonNode> messages) {
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  /** Returns where the program stands, if it is on the path. */
  static Optional<Path> program() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .stream()
        .flatMap(
            folder ->
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts the program.
   *
   * @param folder an empty folder for what it keeps
   */
  static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      int port = port(process, folder);
      BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(page(port), new Listener(messages))
              .join();
      Chromium chromium = new Chromium(process, socket, messages);
      chromium.send("Page.enable", Map.of());
      chromium.send("Runtime.enable", Map.of());
      chromium.send("Log.enable", Map.of());
      return chromium;
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly().waitFor();
      throw e;
    }
  }

  /** The program writes the port that it has chosen into a file of its folder. */
  private static int port(Process process, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > 1) {
          return Integer.parseInt(lines.get(0));
        }
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new IOException(
        "Chromium did not start: "
            + Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1));
  }

  private static URI page(int port) throws IOException, InterruptedException {
    String list =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonNode target : JSON.readTree(list)) {
      if (target.path("type").asText().equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new IOException("no page in " + list);
  }

  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  private JsonNode next() throws InterruptedException, IOException {
    JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("Chromium does not answer");
    }
    return message;
  }

  private JsonNode send(String method, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    int id = ++lastId;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    socket.sendText(message.toString(), true).join();
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt() == id) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
      events.add(answer);
    }
  }

  /** Opens a page and waits until it is loaded. */
  void open(URI address) throws IOException, InterruptedException {
    events.clear();
    // From a page to a part of itself nothing would be loaded.
    send("Page.navigate", Map.of("url", "about:blank"));
    send("Page.navigate", Map.of("url", address.toString()));
    String expected = address.toString().replaceAll("#.*", "");
    while (!evaluate("document.readyState + ' ' + location.href.replace(/#.*/, '')")
        .asText()
        .equals("complete " + expected)) {
      if (messages.isEmpty()) {
        events.add(next());
      }
    }
  }

  /** Returns the value of an expression of JavaScript. */
  JsonNode evaluate(String expression) throws IOException, InterruptedException {
    JsonNode result =
        send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Clicks with the mouse in the middle of the element that a selector finds. */
  void click(String selector) throws IOException, InterruptedException {
    JsonNode place =
        evaluate(
            "(function () { var e = document.querySelector("
                + JSON.writeValueAsString(selector)
                + "); e.scrollIntoView({block: 'nearest'}); var r = e.getBoundingClientRect();"
                + " return [r.left + r.width / 2, r.top + r.height / 2]; })()");
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              place.path(0).asDouble(),
              "y",
              place.path(1).asDouble(),
              "button",
              type.equals("mouseMoved") ? "none" : "left",
              "clickCount",
              type.equals("mouseMoved") ? 0 : 1));
    }
  }

  /** Presses a key, such as {@code Enter} with the text {@code "\r"}; text may be empty. */
  void press(String key, int code, String text) throws IOException, InterruptedException {
    send(
        "Input.dispatchKeyEvent",
        Map.of(
            "type",
            text.isEmpty() ? "rawKeyDown" : "keyDown",
            "key",
            key,
            "code",
            key,
            "windowsVirtualKeyCode",
            code,
            "text",
            text));
    send(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
  }

  /**
   * Lets pages believe in a medium.
   *
   * @param medium {@code screen} or {@code print}
   * @param scheme {@code light} or {@code dark}
   */
  void emulate(String medium, String scheme) throws IOException, InterruptedException {
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Gives the window a size in pixels. */
  void resize(int width, int height) throws IOException, InterruptedException {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Writes what the window shows as PNG. */
  void screenshot(Path file) throws IOException, InterruptedException {
    JsonNode result = send("Page.captureScreenshot", Map.of("format", "png"));
    Files.write(file, Base64.getDecoder().decode(result.path("data").asText()));
  }

  /** Returns what the browser complained about since the page was opened. */
  List<String> complaints() throws IOException, InterruptedException {
    evaluate("0");
    return events.stream()
        .filter(
            event ->
                event.path("method").asText().equals("Runtime.exceptionThrown")
                    || event.path("method").asText().equals("Log.entryAdded"))
        .map(JsonNode::toString)
        .toList();
  }

  /** Asks the browser to end, which lets it clear its folder away; insists if it does not. */
  @Override
  public void close() {
    ObjectNode message = JSON.createObjectNode().put("id", ++lastId).put("method", "Browser.close");
    socket.sendText(message.toString(), true).join();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    socket.abort();
    process.destroyForcibly().onExit().join();
  }
}
