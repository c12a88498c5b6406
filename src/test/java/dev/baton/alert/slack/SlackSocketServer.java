package dev.baton.alert.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Slack's side of a Socket Mode connection, on this machine. */
public final class SlackSocketServer extends WebSocketServer implements AutoCloseable {
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final CountDownLatch started = new CountDownLatch(1);

  public SlackSocketServer() throws InterruptedException {
    super(new InetSocketAddress("127.0.0.1", 0));
    setReuseAddr(true);
    start();
    if (!started.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server did not start");
    }
  }

  public String url() {
    return "ws://127.0.0.1:" + getPort() + "/link";
  }

  /** How many connections there were. */
  public int opened() {
    return opened.get();
  }

  /** Ids of what the application says it has. */
  public List<String> acknowledged() {
    return acknowledged;
  }

  /** Sends a click, a form or a command under an id of its own. */
  public String send(String type, String payload) {
    String id = UUID.randomUUID().toString();
    send(id, type, payload);
    return id;
  }

  /** The same once more. */
  public void send(String id, String type, String payload) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("envelope_id", id);
    envelope.addProperty("type", type);
    envelope.addProperty("accepts_response_payload", true);
    envelope.add("payload", JsonParser.parseString(payload));
    broadcast(envelope.toString());
  }

  /** Ends each connection. */
  public void drop() {
    getConnections().forEach(WebSocket::close);
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    opened.incrementAndGet();
    connection.send("{\"type\":\"hello\",\"num_connections\":1}");
  }

  @Override
  public void onMessage(WebSocket connection, String message) {
    acknowledged.add(
        JsonParser.parseString(message).getAsJsonObject().get("envelope_id").getAsString());
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket connection, Exception e) {}

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void close() {
    try {
      stop(1000);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
