-- One writer per thread: saves one row again and again, each time from the revision it was given last.
-- Targets are lines "path<TAB>cookie<TAB>token" in the file that DEKKEND_TARGETS names.

local targets = {}
for line in io.lines(os.getenv("DEKKEND_TARGETS")) do
  local path, cookie, token = line:match("([^\t]+)\t([^\t]+)\t([^\t]+)")
  table.insert(targets, { path = path, cookie = cookie, token = token })
end

local number = 0
local threads = {}

function setup(thread)
  number = number + 1
  thread:set("mine", number)
  table.insert(threads, thread)
end

function init()
  local target = targets[(mine - 1) % #targets + 1] -- `number` is a local of the main thread
  path, token = target.path, target.token
  headers = {
    ["Cookie"] = target.cookie,
    ["Accept"] = "application/json",
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Referer"] = os.getenv("DEKKEND_ADDRESS") .. path,
  }
  revision, count, refused = "0", 0, 0
end

function request()
  count = count + 1
  local body = "csrfmiddlewaretoken=" .. token .. "&revision=" .. revision .. "&value=yes&note=tekst+" .. count
  return wrk.format("POST", path, headers, body)
end

function response(status, answer_headers, body)
  local now = body:match('"revision": ?(%d+)')
  if now then revision = now end
  if status ~= 200 then refused = refused + 1 end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("refused") end
  io.write(string.format(
    '{"requests": %d, "seconds": %.3f, "p50_ms": %.2f, "p95_ms": %.2f, "refused": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, wrong))
end
