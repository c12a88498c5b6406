package dev.baton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A proxy in front of nodes: each connection goes to the next one that takes it, and is cut when
 * that one dies.
 */
class RoundRobinProxy implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** The port of each node. */
  private final AtomicIntegerArray nodes;

  private int turn;

  RoundRobinProxy(int nodes) throws IOException {
    this.nodes = new AtomicIntegerArray(nodes);
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** From here on a node has this port. */
  void set(int node, int port) {
    nodes.set(node, port);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Socket node = next();
        if (node == null) {
          caller.close();
        } else {
          threads.execute(() -> pump(caller, node));
          threads.execute(() -> pump(node, caller));
        }
      } catch (IOException closed) {
        // the loop looks
      }
    }
  }

  private Socket next() {
    for (int attempt = 0; attempt < nodes.length(); attempt++) {
      turn = (turn + 1) % nodes.length();
      Socket node = new Socket();
      try {
        node.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), nodes.get(turn)), 1_000);
        return node;
      } catch (IOException gone) {
        // the next one
      }
    }
    return null;
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream bytes = from.getInputStream();
      bytes.transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // both ends are closed
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
