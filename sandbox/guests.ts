import { connect, createServer, type Socket } from "node:net";
import type { Host } from "./cloud/owner";
import { listen } from "./protocol/serve";

/** The commands that use a cloud which another one's sandbox serves. */
export interface Guests {
  port: number;
  count(): number;
}

/** What a guest hears once it is one. */
const welcome = "welcome\n";

/**
 * Takes in guests; each is a connection that stays for as long as it needs the cloud.
 *
 * @param open Whether guests are still taken in.
 * @param onGone Called when one has gone, however that came.
 */
export async function receiveGuests(open: () => boolean, onGone: () => void): Promise<Guests> {
  const guests = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    if (!open()) {
      socket.destroy();
      return;
    }
    guests.add(socket);
    socket.on("close", () => {
      guests.delete(socket);
      onGone();
    });
    socket.resume().write(welcome);
  });
  return { port: await listen(server), count: () => guests.size };
}

/** A guest's stay. */
export interface Stay {
  leave(): void;
}

/**
 * Becomes a guest of `host`; undefined where it has gone, or goes, and takes in nobody any more.
 *
 * @param onHostGone Called when the host ends before the guest leaves.
 */
export function visit(host: Host, onHostGone: () => void): Promise<Stay | undefined> {
  return new Promise((resolve) => {
    let left = false;
    let welcomed = false;
    const socket = connect(host.guestPort, "127.0.0.1");
    socket.on("error", () => socket.destroy());
    socket.on("data", () => {
      welcomed = true;
      // The stay alone keeps nobody's process from ending.
      socket.unref();
      resolve({
        leave() {
          left = true;
          socket.end();
        },
      });
    });
    socket.on("close", () => {
      if (!welcomed) resolve(undefined);
      else if (!left) onHostGone();
    });
  });
}
