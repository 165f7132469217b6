"""Starts one OpenStack Swift (proxy, account, container, object) with its S3 interface, for the store's contract test.

Usage: swift.fixture.py FOLDER PORT. Serves on 127.0.0.1:PORT with the next three ports for the parts behind it, until
its standard input closes. Made-up access key "test:tester", secret "testing".
"""
import os
import subprocess
import sys

from swift.common.ring.builder import RingBuilder

folder, port = sys.argv[1], int(sys.argv[2])
kinds = {"account": port + 1, "container": port + 2, "object": port + 3}
user = __import__("pwd").getpwuid(os.getuid()).pw_name

common = f"""[DEFAULT]
bind_ip = 127.0.0.1
workers = 0
user = {user}
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
log_udp_host = 127.0.0.1
log_udp_port = 9
log_level = ERROR
"""

proxy = """
[pipeline:main]
pipeline = cache s3api tempauth copy proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
# On a busy machine a part that is slow to answer is not gone.
conn_timeout = 20
node_timeout = 60
recoverable_node_timeout = 60
error_suppression_limit = 1000
# Swift insists on the filter, not on a memcached behind it.
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:9
connect_timeout = 0.05
tries = 1
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:copy]
use = egg:swift#copy
"""


def write(name, text):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


def make_ring(kind, kind_port):
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({"id": 0, "region": 1, "zone": 1, "ip": "127.0.0.1", "port": kind_port,
                     "replication_ip": "127.0.0.1", "replication_port": kind_port,
                     "device": "d1", "weight": 1, "meta": ""})
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, f"{kind}.ring.gz"))


def start(name):
    code = (
        "import sys; from swift.common import utils; "
        f"utils.SWIFT_CONF_FILE = {folder!r} + '/swift.conf'; "
        "utils.HASH_PATH_SUFFIX = b'thidua'; utils.HASH_PATH_PREFIX = b''; "
        "from swift.common.wsgi import run_wsgi; "
        f"sys.exit(run_wsgi({folder!r} + '/{name}.conf', '{name}-server'))"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.DEVNULL)


os.makedirs(os.path.join(folder, "devices", "d1"))
write("swift.conf", "[swift-hash]\nswift_hash_path_suffix = thidua\n[storage-policy:0]\nname = one\ndefault = yes\n")
for kind, kind_port in kinds.items():
    make_ring(kind, kind_port)
    write(f"{kind}.conf", f"{common}bind_port = {kind_port}\n[pipeline:main]\npipeline = {kind}-server\n"
                          f"[app:{kind}-server]\nuse = egg:swift#{kind}\nconn_timeout = 20\nnode_timeout = 60\n")
write("proxy.conf", f"{common}bind_port = {port}\n{proxy}")

parts = [start(name) for name in (*kinds, "proxy")]
try:
    sys.stdin.read()
finally:
    for part in parts:
        part.terminate()
    for part in parts:
        part.wait()
