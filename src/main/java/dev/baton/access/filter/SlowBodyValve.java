package dev.baton.access.filter;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Time limit of request bodies: whoever sends one byte after the other, to be refused or not, keeps
 * no thread from everybody else. A time-out of the connection bounds each read, not all of them.
 */
class SlowBodyValve extends ValveBase {
  private static final Duration WAIT = Duration.ofMillis(20);

  private final Duration grace;
  private final int leastRate;
  private final Duration rest;

  /**
   * @param grace in which a body may come at any rate
   * @param leastRate bytes a second at least, on the whole, from then on
   * @param rest how long what nobody reads is waited for after the answer
   */
  SlowBodyValve(Duration grace, int leastRate, Duration rest) {
    super(true);
    this.grace = grace;
    this.leastRate = leastRate;
    this.rest = rest;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    InputBuffer whole = coyote.getInputBuffer();
    coyote.setInputBuffer(new TimedBody(whole));
    try {
      getNext().invoke(request, response);
    } finally {
      coyote.setInputBuffer(whole);
    }
    if (!request.isAsync() && !request.isFinished()) {
      response.finishResponse();
      end(request);
    }
  }

  /** Whoever sends the rest at once may go on with this connection; it ends for others. */
  private void end(Request request) throws IOException {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    long end = System.nanoTime() + rest.toNanos();
    Unread unread = new Unread();
    while (!request.isFinished() && System.nanoTime() < end && !Thread.interrupted()) {
      coyote.action(ActionCode.AVAILABLE, true);
      if (coyote.getAvailable() == 0) {
        LockSupport.parkNanos(WAIT.toNanos());
      } else if (coyote.doRead(unread) < 0) {
        return;
      }
    }
    if (!request.isFinished()) {
      coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /** Body that has a least rate. */
  private final class TimedBody implements InputBuffer {
    private final InputBuffer body;
    private final long start = System.nanoTime();
    private long received;

    TimedBody(InputBuffer body) {
      this.body = body;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      int read = body.doRead(handler);
      received += Math.max(read, 0);
      long since = System.nanoTime() - start - grace.toNanos();
      if (read > 0 && TimeUnit.NANOSECONDS.toSeconds(since * leastRate) > received) {
        throw new SocketTimeoutException("The body comes too slowly");
      }
      return read;
    }

    @Override
    public int available() {
      return body.available();
    }
  }

  /** Where bytes go that nobody reads. */
  private static final class Unread implements ApplicationBufferHandler {
    private ByteBuffer bytes = EMPTY_BUFFER;

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // a filter hands over its own buffer
    }
  }
}
