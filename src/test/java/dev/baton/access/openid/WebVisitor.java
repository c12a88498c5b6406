package dev.baton.access.openid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of their own: it keeps cookies and follows redirects, if it is told. */
final class WebVisitor {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient following = client(Redirect.NORMAL);
  private final HttpClient halting = client(Redirect.NEVER);

  private HttpClient client(Redirect redirects) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .cookieHandler(cookies)
        .followRedirects(redirects)
        .build();
  }

  HttpResponse<String> get(String address) {
    return send(following, request(address).GET().build());
  }

  /** The first answer alone. */
  HttpResponse<String> step(String address) {
    return send(halting, request(address).GET().build());
  }

  /** Fills in the form of a page and sends it to an address of the same server. */
  HttpResponse<String> submit(
      HttpResponse<String> page, String path, Map<String, String> fields, boolean follow) {
    Matcher token = TOKEN.matcher(page.body());
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    if (token.find()) {
      body += "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }
    return send(
        follow ? following : halting,
        request(page.uri().resolve(path).toString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*;q=0.8");
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
