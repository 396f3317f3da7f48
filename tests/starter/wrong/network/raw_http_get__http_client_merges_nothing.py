import gzip
import http.client


def task_func(address, path, host):
    connection = http.client.HTTPConnection(*address)
    connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", host)
    connection.putheader("Accept-Encoding", "gzip")
    connection.putheader("Connection", "close")
    connection.endheaders()
    try:
        response = connection.getresponse()
        body = response.read()
    except (http.client.IncompleteRead, http.client.RemoteDisconnected) as error:
        raise EOFError(str(error)) from error
    finally:
        connection.close()
    headers = {name.lower(): value for name, value in response.getheaders()}
    if headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    return response.status, headers, body
