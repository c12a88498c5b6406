package dev.baton.booking.calendar;

import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Download of a published calendar, with its time-outs and at most {@value #MOST_BYTES} bytes.
 * People name these addresses: one inside this network is called only where the installation says
 * so.
 */
@Component
class CalendarDownload implements DisposableBean {
  private static final long MOST_BYTES = 5_000_000;

  private final OkHttpClient http;

  CalendarDownload(PersonalCalendarSettings settings) {
    OkHttpClient.Builder calls =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(3))
            .readTimeout(Duration.ofSeconds(5))
            .callTimeout(Duration.ofSeconds(8))
            .retryOnConnectionFailure(false);
    if (!settings.privateAddresses()) {
      calls.socketFactory(new OutsideSockets());
    }
    this.http = calls.build();
  }

  /**
   * The whole calendar.
   *
   * @throws IOException with a reason that a person reads; the address isn't in it
   */
  byte[] read(String url) throws IOException {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      throw new IOException("it is no web address");
    }
    try (Response response = http.newCall(new Request.Builder().url(address).build()).execute()) {
      ResponseBody body = response.body();
      if (!response.isSuccessful() || body == null) {
        throw new Unreadable("it answered " + response.code());
      }
      BufferedSource source = body.source();
      if (source.request(MOST_BYTES + 1)) {
        throw new Unreadable("it has more than 5 MB");
      }
      return source.readByteArray();
    } catch (Unreadable | OutsideSockets.Inside e) {
      throw e;
    } catch (IOException e) {
      throw new Unreadable("it can't be reached (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private static final class Unreadable extends IOException {
    Unreadable(String message) {
      super(message);
    }
  }

  @Override
  public void destroy() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
