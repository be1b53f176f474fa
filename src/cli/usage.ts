/** What `--help` prints: every command and option that this version has. */
export const usage = `diagnose-404 finds out why a request answers 404.

Usage
  diagnose-404 diagnose FILE[:LINE | #NAME]   one request of a .http or .rest file (any line of it)
  diagnose-404 diagnose FILE.har[:N]          one recorded request (N: its number in the file)
  diagnose-404 diagnose --curl 'curl …'       one curl command
  diagnose-404 diagnose --url URL [-X METHOD] [-H 'Name: value'] [-d BODY]
  diagnose-404 routes [DIR]                   the routes that the workspace serves
  diagnose-404 match METHOD URL               how one URL fares against those routes; sends nothing
  diagnose-404 parse FILE…                    the requests of files as read; sends nothing

Options
  --workspace DIR     the folder with the code and the request files (default: the current folder)
  --env NAME          the environment whose variables are used
  --owner NAME        find out whether a 404 masks 403: the environment of its owner
  --identity NAME     an environment to compare with the owner's (repeatable)
  --var NAME=VALUE    a variable, before all other sources (repeatable)
  --dialect NAME      whose rules decide where tools differ: auto, rest-client, jetbrains, httpyac
                      or visual-studio
  --timeout MS        how long one request may take (default: 10000)
  --max-probes N      how many probes may be sent (default: 12)
  --max-body BYTES    how much of a response is kept (default: 5000000)
  --no-probes         replay the request, send nothing else
  --recorded          send nothing: diagnose the response that is recorded beneath the request, or
                      in the HAR file
  --send-first        send the named requests first that this one takes values from
  --allow-unsafe      send methods other than GET, HEAD and OPTIONS without asking
  --allow-host HOST   compare with this host of another environment although it looks like
                      production (repeatable)
  --insecure          accept any TLS certificate
  --cacert FILE       an authority to trust besides those known already (PEM, repeatable)
  --cert FILE         the client certificate, shown to the host of the request only (PEM, .p12)
  --key FILE          its key, where it is in a file of its own; --pass PHRASE opens a locked one
  --unix-socket PATH  send the request to this Unix socket in place of its host
  --export FILE       also write what was sent and answered, secrets masked, to FILE.har, FILE.http
                      or FILE.sh (a curl command) (repeatable)
  --json              one JSON document on standard output, also on failure
  --no-color          no colours (also: NO_COLOR=1)
  --help, --version

HTTP_PROXY, HTTPS_PROXY, ALL_PROXY (http, https or socks5), NO_PROXY and
NODE_EXTRA_CA_CERTS are honoured.

Exit status
  0  no 404 remains        2  unusable arguments or unreadable input
  1  a 404 was found       3  the request could not be completed, or was not sent
`;
