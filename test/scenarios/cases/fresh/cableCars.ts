import type { Scenario } from "../../scenario.ts";

const wind: Scenario = {
  name: "wind-at-a-cable-car",
  files: {
    "README.md": `# Cable cars

Caddy in front, one service behind. The masts send their readings to the service directly, the boards read through Caddy.
`,
    Caddyfile: `:PORT_OF_front {
	encode gzip

	handle_path /masts/* {
		reverse_proxy localhost:PORT_OF_service
	}

	handle /boards/* {
		reverse_proxy localhost:PORT_OF_service
	}

	handle {
		respond "Cable cars" 200
	}
}
`,
    "service/requirements.txt": "flask\n",
    "service/app.py": `import os

from flask import Flask

from boards import boards
from masts import masts

app = Flask(__name__)
app.register_blueprint(masts, url_prefix="/masts")
app.register_blueprint(boards, url_prefix="/boards")

if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "service/boards.py": `from flask import Blueprint, jsonify

boards = Blueprint("boards", __name__)


@boards.get("/<station>")
def board(station):
    return jsonify(station=station, running=True)
`,
    "service/masts.py": `from flask import Blueprint, jsonify

masts = Blueprint("masts", __name__)
WIND = {"3": 11.5, "4": 14.0}


@masts.get("/<number>/wind")
def wind(number):
    if number not in WIND:
        return jsonify(error=f"mast {number} has no anemometer"), 404
    return jsonify(mast=number, metres_per_second=WIND[number])
`,
    "boards.http": `@front = http://localhost:PORT_OF_front

### board of the valley station
GET {{front}}/boards/valley

### wind at mast 4
# @name wind
GET {{front}}/masts/4/wind
`,
  },
  servers: [
    { name: "service", entry: "service/app.py", needs: "flask" },
    {
      name: "front",
      entry: "front:ruleProxy",
      env: {
        SERVER: "Caddy",
        RULES:
          '[{"from":"^/masts/","to":"/","port":"PORT_OF_service"},{"from":"^/boards/","to":"/boards/","port":"PORT_OF_service"},{"from":"^/","status":200}]',
      },
    },
  ],
  ask: ["boards.http#wind"],
  facts: [
    "front:GET /boards/valley 200",
    "front:GET /masts/4/wind 404",
    "service:GET /masts/4/wind 200",
    "front:GET /masts/masts/4/wind 200",
    "front:GET /anything 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [{ file: "Caddyfile", text: "handle_path /masts/*" }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Cable cars: masts and boards. */
export const cableCars: readonly Scenario[] = [wind];
