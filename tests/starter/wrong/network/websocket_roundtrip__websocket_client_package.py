import base64

import websocket


def task_func(address, path, nonce, mask, message):
    client = websocket.WebSocket()
    client.connect(f"ws://{address[0]}:{address[1]}{path}", header={"Sec-WebSocket-Key": base64.b64encode(nonce)})
    try:
        client.set_mask_key(lambda size: mask)
        client.send(message)
        opcode, data = client.recv_data()
        return data.decode() if opcode == websocket.ABNF.OPCODE_TEXT else data
    finally:
        client.close(status=1000)
